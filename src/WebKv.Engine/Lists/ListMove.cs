using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>An element that goes from one end of a list to an end of another, or of the same: what the four moving
/// commands share. All are journalled as LMOVE.</summary>
internal readonly ref struct ListMove(Key source, Key destination, ListSide from, ListSide to)
{
    private readonly Key _source = source;
    private readonly Key _destination = destination;

    public static bool TrySide(ref ArgReader arguments, out ListSide side)
    {
        side = arguments.TryKeyword("LEFT"u8) ? ListSide.Left : ListSide.Right;
        return side == ListSide.Left || arguments.TryKeyword("RIGHT"u8);
    }

    public static void Declare(ref KeySet keys, Key source, Key destination)
    {
        keys.Add(source);
        keys.Add(destination);
    }

    /// <summary>The destination is looked at only when there is something to move, as in Redis.</summary>
    public static Error? Apply(CommandContext context, ListMove move, out BulkReply reply) =>
        move.Run(context, out reply);

    public static Error? ApplyOrWait(
        CommandContext context, ListMove move, KeyList waited, long timeoutMs, out BulkReply reply)
    {
        Error? error = move.Run(context, out reply);
        return error is null && reply.IsNull ? context.WaitFor(WaitKind.List, waited, timeoutMs) : error;
    }

    private Error? Run(CommandContext context, out BulkReply reply)
    {
        reply = default;
        if (ListView.Peek(context, _source, out ListView list) is { } error)
            return error;
        if (!list.Exists)
            return null;
        bool isSame = _source.Bytes.SequenceEqual(_destination.Bytes);
        ListView target = default;
        if (!isSame && ListView.Peek(context, _destination, out target) is { } targetError)
            return targetError;
        ReadOnlySpan<byte> element = ListPop.TakeOne(context, ref list, from);
        if (isSame)
        {
            list.Push(to, element);
            context.Notify(KeyspaceEvents.List, PushEvent, _source);
        }
        else
        {
            target.Push(to, element);
            target.Commit(PushEvent);
        }
        list.Commit(from == ListSide.Left ? "lpop"u8 : "rpop"u8);
        Log(context);
        reply = new BulkReply(element);
        return null;
    }

    private ReadOnlySpan<byte> PushEvent => to == ListSide.Left ? "lpush"u8 : "rpush"u8;

    private void Log(CommandContext context)
    {
        if (!context.BeginLog("LMOVE"u8, 4))
            return;
        context.LogArgument(_source.Bytes);
        context.LogArgument(_destination.Bytes);
        context.LogArgument(from == ListSide.Left ? "LEFT"u8 : "RIGHT"u8);
        context.LogArgument(to == ListSide.Left ? "LEFT"u8 : "RIGHT"u8);
    }
}
