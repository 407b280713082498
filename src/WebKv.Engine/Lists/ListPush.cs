using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>What the four push commands share. A push on condition is journalled without it.</summary>
internal static class ListPush
{
    public static Error? Apply(
        CommandContext context, Key key, ValueList values, ListSide side, bool onlyIfExists, out IntegerReply reply)
    {
        reply = default;
        if (ListView.Peek(context, key, out ListView list) is { } error)
            return error;
        if (onlyIfExists && !list.Exists)
            return null;
        for (int i = 0; i < values.Count; i++)
            list.Push(side, values[i].Bytes);
        reply = new IntegerReply(list.Count);
        list.Commit(side == ListSide.Left ? "lpush"u8 : "rpush"u8);
        if (context.BeginLog(side == ListSide.Left ? "LPUSH"u8 : "RPUSH"u8, 1 + values.Count))
        {
            context.LogArgument(key.Bytes);
            values.Log(context);
        }
        return null;
    }
}
