using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Sorting;

/// <summary>SORT_RO: SORT without STORE, so that it may be sent to a replica.</summary>
public readonly ref struct SortRo : ICommand<SortRo, SortReply>
{
    public static CommandInfo Info { get; } = new(
        "sort_ro", "key [BY pattern] [LIMIT offset count] [GET pattern [GET pattern ...]] [ASC | DESC] [ALPHA]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly | CommandFlags.MovableKeys | CommandFlags.Slow,
        Group = CommandGroup.Generic,
        Keys = KeySpec.One,
        Summary = "Returns the elements of a list, set or sorted set in order.",
        Complexity = "O(N*log(N)) in the number of elements",
    };

    public required Key Key { get; init; }

    public required SortOptions Options { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SortRo command)
    {
        Key key = arguments.NextKey();
        Error? error = SortOptions.Parse(ref arguments, mayStore: false, out SortOptions options);
        command = new SortRo { Key = key, Options = options };
        return error;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Key);
        if (Options.LooksUpKeys)
            keys.AddAll();
    }

    public Error? Apply(CommandContext context, out SortReply reply)
    {
        Error? error = SortedElements.Pick(context, Key, Options, out int[] picks);
        reply = new SortReply(context.Replies, picks, isStored: false);
        return error;
    }
}
