using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Transactions;

namespace WebKv.Engine.Keys;

/// <summary>SWAPDB: exchanges the keys of two databases; everybody sees the other's at once.</summary>
public readonly ref struct SwapDb : ICommand<SwapDb, OkReply>
{
    private static readonly Error InvalidFirst = new(ErrorCode.InvalidArgument, "ERR invalid first DB index");
    private static readonly Error InvalidSecond = new(ErrorCode.InvalidArgument, "ERR invalid second DB index");

    public static CommandInfo Info { get; } = new("swapdb", "database1 database2")
    {
        Arity = 3,
        Flags = CommandFlags.Write | CommandFlags.Fast | CommandFlags.AllKeys,
        Group = CommandGroup.Server,
        Summary = "Swaps two databases.",
        Complexity = "O(1); O(N) in the number of watched keys",
    };

    public required long First { get; init; }

    public required long Second { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SwapDb command)
    {
        bool isFirstValid = Numbers.TryParseInteger(arguments.Next(), out long first);
        bool isSecondValid = Numbers.TryParseInteger(arguments.Next(), out long second);
        command = new SwapDb { First = first, Second = second };
        if (!isFirstValid)
            return InvalidFirst;
        return isSecondValid ? null : InvalidSecond;
    }

    public void DeclareKeys(ref KeySet keys) => keys.AddAll();

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        reply = default;
        if (DatabaseIndex.Check(context, First, out int first) is { } firstError)
            return firstError;
        if (DatabaseIndex.Check(context, Second, out int second) is { } secondError)
            return secondError;
        if (first == second)
            return null;
        WatchedKeys.TouchExisting(context, first, second);
        foreach (Shard shard in context.Engine.Shards)
            shard.SwapTables(first, second);
        context.SignalAllChanged(first);
        context.SignalAllChanged(second);
        if (context.BeginLog("SWAPDB"u8, 2))
        {
            context.LogArgument(first);
            context.LogArgument(second);
        }
        return null;
    }
}
