using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Lists;
using WebKv.Engine.Replies;

namespace WebKv.Server.Operations;

/// <summary>LRANGE that also tells the length of the whole list, and takes no more than a number of elements.</summary>
internal readonly ref struct ReadListPage : IOperation<ListPage>
{
    public static CommandInfo Info => LRange.Info;

    public required Key Key { get; init; }

    public required long Start { get; init; }

    /// <summary>Index of the last element.</summary>
    public required long Stop { get; init; }

    /// <summary>Most elements; null for all of the range.</summary>
    public long? Limit { get; init; }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out ListPage reply)
    {
        reply = default;
        if (new LLen { Key = Key }.Apply(context, out IntegerReply length) is { } error)
            return error;
        // Limits need indexes from the head; what lies outside the list is cut off by the command.
        long start = Start < 0 ? Math.Max(0, Start + length.Value) : Start;
        long stop = Stop < 0 ? Stop + length.Value : Stop;
        if (stop < 0)
            (start, stop) = (1, 0);
        if (Limit is { } limit && stop - start >= limit)
            stop = start + limit - 1;
        error = new LRange { Key = Key, Start = start, Stop = stop }.Apply(context, out BulksReply items);
        reply = new ListPage(items, length.Value);
        return error;
    }
}
