using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.SortedSets;

/// <summary>Makes a key hold a result, whatever it held before; an empty result removes it.</summary>
internal static class SortedSetStore
{
    /// <summary>Puts a table, which is taken over, into a key. False if the result was empty: what is to be journalled
    /// then is.</summary>
    public static bool Put(CommandContext context, Key destination, ScoredTable table, ReadOnlySpan<byte> eventName)
    {
        bool existed = context.TryPeek(destination, out Record old);
        if (existed)
        {
            // The last reference of a big value is then dropped with the reply, not under the lock.
            if (!old.Blob.IsNull)
                context.Replies.Retain(old.Blob);
            context.Remove(destination, old);
        }
        if (table.Count > 0)
        {
            if (existed)
                context.NoteReplaced();
            SortedSetEditor.CreateFrom(context, destination, table);
            context.Notify(KeyspaceEvents.SortedSet, eventName, destination);
            return true;
        }
        SortedSetEditor.Discard(table, context.Collections.HeapOf(destination));
        if (existed)
        {
            context.Notify(KeyspaceEvents.Generic, "del"u8, destination);
            context.LogDelete(destination);
        }
        return false;
    }
}
