using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Lists;

/// <summary>LPOP: takes elements from the head of a list.</summary>
public readonly ref struct LPop : ICommand<LPop, PoppedReply>
{
    public static CommandInfo Info { get; } = new("lpop", "key [count]")
    {
        Arity = -2,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Takes elements from the head of a list.",
        Complexity = "O(N) in the number of elements",
    };

    public required Key Key { get; init; }

    /// <summary>How many at most; null for one, which is then replied alone.</summary>
    public long? Count { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LPop command)
    {
        Key key = arguments.NextKey();
        Error? error = ListPop.ParseCount(ref arguments, "lpop", out long? count);
        command = new LPop { Key = key, Count = count };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out PoppedReply reply) =>
        ListPop.Apply(context, Key, ListSide.Left, Count, out reply);
}
