using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Sets;

/// <summary>SCARD: the number of members of a set; 0 for a missing key.</summary>
public readonly ref struct SCard : ICommand<SCard, IntegerReply>
{
    public static CommandInfo Info { get; } = new("scard", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Set,
        Keys = KeySpec.One,
        Summary = "Returns the number of members of a set.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SCard command)
    {
        command = new SCard { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        Error? error = context.Collections.Find(Key, RecordType.Set, out Record record);
        reply = error is null ? new IntegerReply(SetView.Of(context, Key, record).Count) : default;
        return error;
    }
}
