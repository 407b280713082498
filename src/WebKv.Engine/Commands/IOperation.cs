using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Commands;

/// <summary>
/// What the engine executes: keys, and an effect on them. Most are commands; typed doors have a few of their own that
/// no command line can say, such as a SET on condition of an ETag.
/// </summary>
/// <remarks>
/// <see cref="Apply"/> runs under the locks of all declared keys: no I/O, no waiting, no logging. It checks everything
/// before it changes anything, so an error means that nothing was changed.
/// </remarks>
public interface IOperation<TReply>
    where TReply : struct, IReply, allows ref struct
{
    /// <summary>The operation's own metadata, or those of the command that it is a form of.</summary>
    static abstract CommandInfo Info { get; }

    /// <summary>Names every key that Apply may touch.</summary>
    void DeclareKeys(ref KeySet keys);

    /// <summary>Does it. Effects that must be journalled are written to the context.</summary>
    Error? Apply(CommandContext context, out TReply reply);
}
