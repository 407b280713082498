using WebKv.Engine.Execution;
using WebKv.Memory;

namespace WebKv.Engine.Blocking;

/// <summary>
/// Serves those who wait for keys that a unit has changed, after its locks are gone and before its caller goes on.
/// </summary>
/// <remarks>
/// Each is served by executing its call again, as a unit of its own. That may make other keys ready (a BLMOVE feeds
/// another list): they are served in the same run, so that a chain is complete before the caller's next command.
/// A line is served in order until the key has nothing left for it.
/// </remarks>
internal static class WaitServer
{
    public static void Serve(KvEngine engine, CommandContext caller)
    {
        CommandContext context = engine.Rent();
        try
        {
            context.Ready.AddRange(caller.Ready);
            caller.Ready.Clear();
            context.DefersReady = true;
            for (int i = 0; i < context.Ready.Count; i++)
                ServeKey(context, context.Ready[i]);
        }
        finally
        {
            context.Ready.Clear();
            KvEngine.Return(context);
        }
    }

    private static void ServeKey(CommandContext context, ReadyKey key)
    {
        LinkedListNode<Waiter>? unserved = null;
        while (NextOf(context, key, unserved) is { } next)
            if (!next.Value.Wake(context))
                unserved = next;
    }

    // The first one behind the last that could not be served; when that one has left the line, from the start.
    private static LinkedListNode<Waiter>? NextOf(
        CommandContext context, ReadyKey key, LinkedListNode<Waiter>? unserved)
    {
        key.Shard.Enter();
        try
        {
            if (key.Shard.WaitLines.Find(key) is not { } line)
                return null;
            LinkedListNode<Waiter>? node = unserved?.List is null ? line.Waiters.First : unserved.Next;
            RecordType? type = TypeOf(context, key, line);
            while (node is not null && !MayServe(node.Value.Kind, type))
                node = node.Next;
            return node;
        }
        finally
        {
            key.Shard.Exit();
        }
    }

    private static RecordType? TypeOf(CommandContext context, ReadyKey key, WaitLine line)
    {
        context.BeginUnit();
        if (key.Shard.TableOrNull(key.Database) is not { } table)
            return null;
        return table.TryFind(line.Key, line.Hash, out Record record) && !context.IsExpired(record)
            ? record.Type
            : null;
    }

    private static bool MayServe(WaitKind kind, RecordType? type) => kind switch
    {
        WaitKind.List => type == RecordType.List,
        WaitKind.SortedSet => type == RecordType.SortedSet,
        WaitKind.Stream => type == RecordType.Stream,
        _ => true,
    };
}
