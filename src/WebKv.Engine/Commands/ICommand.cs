using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Commands;

/// <summary>
/// One data command: its metadata, its argument parser and its effect, in one small struct.
/// </summary>
/// <remarks>
/// The generic doors (RESP, POST /v1/commands, CommandService) parse it from a command line; typed doors construct
/// it. <see cref="Apply"/> runs under the locks of all declared keys: no I/O, no waiting, no logging. It checks
/// everything before it changes anything, so an error means that nothing was changed.
/// </remarks>
public interface ICommand<TSelf, TReply>
    where TSelf : struct, ICommand<TSelf, TReply>, allows ref struct
    where TReply : struct, IReply, allows ref struct
{
    static abstract CommandInfo Info { get; }

    /// <summary>Reads the arguments after the name. Returns null and the command, or what is wrong with them.
    /// </summary>
    static abstract Error? Parse(ref ArgReader arguments, out TSelf command);

    /// <summary>Names every key that Apply may touch.</summary>
    void DeclareKeys(ref KeySet keys);

    /// <summary>Does it. Effects that must be journalled are written to the context.</summary>
    Error? Apply(CommandContext context, out TReply reply);
}
