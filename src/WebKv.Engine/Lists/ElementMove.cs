using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>The move of one element between two lists, or from one side of a list to the other.</summary>
/// <remarks>
/// A list that is turned never becomes empty on the way, so it keeps its expiry. Logged as LMOVE.
/// </remarks>
internal readonly ref struct ElementMove(Key source, Key destination, ListSide from, ListSide to)
{
    private readonly Key _source = source;
    private readonly Key _destination = destination;

    public Error? Apply(CommandContext context, out BulkReply reply)
    {
        reply = default;
        Error? error = ListView.Open(context, _source, out ListView source);
        if (error is not null || source.IsMissing)
            return error;
        bool turns = _source.Bytes.SequenceEqual(_destination.Bytes);
        ListView destination = source;
        if (!turns && ListView.Open(context, _destination, out destination) is { } wrongType)
            return wrongType;

        int entry = context.Replies.EntryCount;
        source.Read(from).TryNext(out PackedItem item);
        context.Replies.Append(item);
        reply = context.Replies.Entry(entry);
        source.Remove(from, 1);
        if (turns)
            destination = source;
        destination.Push(to, reply.Bytes);
        LogMove(context);
        ListPush.Notify(context, _destination, to);
        destination.Commit();
        ListPop.Notify(context, _source, from);
        if (!turns)
            source.Commit();
        return null;
    }

    private void LogMove(CommandContext context)
    {
        if (!context.BeginLog("LMOVE"u8, 4))
            return;
        context.LogArgument(_source.Bytes);
        context.LogArgument(_destination.Bytes);
        context.LogArgument(ListArguments.NameOf(from));
        context.LogArgument(ListArguments.NameOf(to));
    }
}
