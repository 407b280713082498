using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>What the pop commands share. All of them are journalled as LPOP or RPOP of the key and number that were
/// really taken.</summary>
internal static class ListPop
{
    public static Error? ParseCount(ref ArgReader arguments, string command, out long? count)
    {
        count = null;
        if (!arguments.HasNext)
            return null;
        if (arguments.Remaining > 1)
            return CommonErrors.WrongArity(command);
        bool isValid = Numbers.TryParseInteger(arguments.Next(), out long number) && number >= 0;
        count = number;
        return isValid ? null : ListErrors.NotPositive;
    }

    /// <summary>Reads numkeys key [key ...] LEFT | RIGHT [COUNT count].</summary>
    public static Error? ParseMany(ref ArgReader arguments, out KeyList keys, out ListSide side, out long count)
    {
        keys = default;
        side = default;
        count = 1;
        if (!Numbers.TryParseInteger(arguments.Next(), out long keyCount) || keyCount <= 0)
            return ListErrors.KeyCountNotPositive;
        if (keyCount > arguments.Remaining - 1)
            return CommonErrors.Syntax;
        keys = arguments.NextKeys((int)keyCount);
        if (!ListMove.TrySide(ref arguments, out side))
            return CommonErrors.Syntax;
        if (!arguments.HasNext)
            return null;
        if (!arguments.TryKeyword("COUNT"u8) || arguments.Remaining != 1)
            return CommonErrors.Syntax;
        bool isValid = Numbers.TryParseInteger(arguments.Next(), out count) && count > 0;
        return isValid ? null : ListErrors.CountNotPositive;
    }

    public static Error? Apply(
        CommandContext context, Key key, ListSide side, long? count, out PoppedReply reply)
    {
        reply = new PoppedReply(default, isMissing: true, isSingle: count is null);
        if (ListView.Peek(context, key, out ListView list) is { } error)
            return error;
        if (list.Exists)
            reply = new PoppedReply(Take(context, key, ref list, side, count ?? 1), false, count is null);
        return null;
    }

    public static Error? ApplyFirst(
        CommandContext context, KeyList keys, ListSide side, long? count, out KeyedPopReply reply)
    {
        reply = default;
        for (int i = 0; i < keys.Count; i++)
        {
            Key key = keys[i];
            if (ListView.Peek(context, key, out ListView list) is { } error)
                return error;
            if (!list.Exists)
                continue;
            ReadOnlySpan<byte> name = context.Replies.Copy(key.Bytes);
            reply = new KeyedPopReply(name, Take(context, key, ref list, side, count ?? 1), isFlat: count is null);
            return null;
        }
        return null;
    }

    public static Error? ApplyOrWait(
        CommandContext context, KeyList keys, ListSide side, long? count, long timeoutMs, out KeyedPopReply reply)
    {
        Error? error = ApplyFirst(context, keys, side, count, out reply);
        if (error is not null || !reply.IsNull)
            return error;
        return context.WaitFor(WaitKind.List, keys, timeoutMs);
    }

    /// <summary>Takes one element from a list that has some.</summary>
    public static ReadOnlySpan<byte> TakeOne(CommandContext context, scoped ref ListView list, ListSide side)
    {
        PackedPlace place = list.Seek(side == ListSide.Left ? 0 : list.Count - 1);
        ReadOnlySpan<byte> taken = context.Replies.Copy(list.Read(place));
        list.RemoveAt(side, 1);
        return taken;
    }

    private static BulksReply Take(CommandContext context, Key key, scoped ref ListView list, ListSide side, long count)
    {
        ReplyBuffer replies = context.Replies;
        int first = replies.EntryCount;
        long taken = Math.Min(count, list.Count);
        if (taken == 0)
            return new BulksReply(replies, first, 0);
        PackedPlace place = list.Seek(side == ListSide.Left ? 0 : list.Count - 1);
        for (long left = taken; left > 0; left--)
        {
            replies.Append(list.Read(place));
            list.Move(ref place, forward: side == ListSide.Left);
        }
        list.RemoveAt(side, taken);
        list.Commit(side == ListSide.Left ? "lpop"u8 : "rpop"u8);
        if (context.BeginLog(side == ListSide.Left ? "LPOP"u8 : "RPOP"u8, 2))
        {
            context.LogArgument(key.Bytes);
            context.LogArgument(taken);
        }
        return new BulksReply(replies, first, (int)taken);
    }
}
