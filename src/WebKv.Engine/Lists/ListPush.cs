using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>What the commands that push have in common.</summary>
internal static class ListPush
{
    /// <summary>Pushes the elements in their order, so that the last one ends up at the side.</summary>
    public static Error? Apply(
        CommandContext context,
        Key key,
        ValueList elements,
        ListSide side,
        bool onlyIfExists,
        out IntegerReply reply)
    {
        reply = default;
        if (ListView.Open(context, key, out ListView list) is { } error)
            return error;
        if (list.IsMissing && onlyIfExists)
            return null;
        for (int i = 0; i < elements.Count; i++)
            list.Push(side, elements[i].Bytes);
        reply = new IntegerReply(list.Count);
        if (context.BeginLog(side == ListSide.Left ? "LPUSH"u8 : "RPUSH"u8, 1 + elements.Count))
        {
            context.LogArgument(key.Bytes);
            elements.Log(context);
        }
        Notify(context, key, side);
        list.Commit();
        return null;
    }

    public static void Notify(CommandContext context, Key key, ListSide side) =>
        context.Notify(KeyspaceEvents.List, side == ListSide.Left ? "lpush"u8 : "rpush"u8, key);
}
