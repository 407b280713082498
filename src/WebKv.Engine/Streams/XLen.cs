using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XLEN: the number of entries of a stream; 0 without one.</summary>
public readonly ref struct XLen : ICommand<XLen, IntegerReply>
{
    public static CommandInfo Info { get; } = new("xlen", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Stream,
        Keys = KeySpec.One,
        Summary = "Returns the number of entries of a stream.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XLen command)
    {
        command = new XLen { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        Error? error = StreamKeys.Find(context, Key, out StreamCollection? stream);
        reply = new IntegerReply(stream?.Count ?? 0);
        return error;
    }
}
