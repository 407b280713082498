using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>LLEN: the number of elements of a list; 0 for a missing key.</summary>
public readonly ref struct LLen : ICommand<LLen, IntegerReply>
{
    public static CommandInfo Info { get; } = new("llen", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Returns the length of a list.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LLen command)
    {
        command = new LLen { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        Error? error = ListView.Find(context, Key, out ListView list);
        reply = new IntegerReply(error is null ? list.Count : 0);
        return error;
    }
}
