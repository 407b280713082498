using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>What the commands that pop have in common.</summary>
internal static class ListPop
{
    /// <summary>The optional last argument; anything behind it is one too many.</summary>
    public static Error? ParseCount(ref ArgReader arguments, string commandName, out long? count)
    {
        count = null;
        if (!arguments.HasNext)
            return null;
        if (arguments.Remaining > 1)
            return CommonErrors.WrongArity(commandName);
        if (arguments.NextInteger(out long number) is not null || number < 0)
            return ListErrors.NotPositive;
        count = number;
        return null;
    }

    /// <summary>Takes one element, or up to a number of them, into a reply of its own kind.</summary>
    public static Error? Apply(CommandContext context, Key key, ListSide side, long? count, out ListPopReply reply)
    {
        Error? error = TryTake(context, key, side, count ?? 1, out BulksReply elements, out bool found);
        reply = new ListPopReply(elements, found, isList: count is not null);
        return error;
    }

    /// <summary>
    /// Takes up to a number of elements of a list into the reply buffer, the one at the side first. This is what every
    /// command does that takes elements, of one key or of the first of several that has a list.
    /// </summary>
    public static Error? TryTake(
        CommandContext context, Key key, ListSide side, long count, out BulksReply elements, out bool found)
    {
        elements = default;
        Error? error = ListView.Open(context, key, out ListView list);
        found = error is null && !list.IsMissing;
        if (!found || count == 0)
            return error;
        int taken = (int)Math.Min(count, Math.Min(list.Count, int.MaxValue));
        int first = context.Replies.EntryCount;
        ListReader reader = list.Read(side);
        for (int i = 0; i < taken && reader.TryNext(out PackedItem item); i++)
            context.Replies.Append(item);
        elements = new BulksReply(context.Replies, first, taken);
        list.Remove(side, taken);
        if (context.BeginLog(side == ListSide.Left ? "LPOP"u8 : "RPOP"u8, 2))
        {
            context.LogArgument(key.Bytes);
            context.LogArgument(taken);
        }
        Notify(context, key, side);
        list.Commit();
        return null;
    }

    public static void Notify(CommandContext context, Key key, ListSide side) =>
        context.Notify(KeyspaceEvents.List, side == ListSide.Left ? "lpop"u8 : "rpop"u8, key);
}
