using WebKv.Engine.Errors;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Commands;

/// <summary>
/// One data command: its metadata, its argument parser and its effect, in one small struct.
/// </summary>
/// <remarks>
/// The generic doors (RESP, POST /v1/commands, CommandService) parse it from a command line; typed doors construct
/// it. What it does is an <see cref="IOperation{TReply}"/>, with the rules of that.
/// </remarks>
public interface ICommand<TSelf, TReply> : IOperation<TReply>
    where TSelf : struct, ICommand<TSelf, TReply>, allows ref struct
    where TReply : struct, IReply, allows ref struct
{
    /// <summary>Reads the arguments after the name. Returns null and the command, or what is wrong with them.
    /// </summary>
    static abstract Error? Parse(ref ArgReader arguments, out TSelf command);
}
