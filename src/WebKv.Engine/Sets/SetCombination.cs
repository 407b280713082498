using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Sets;

/// <summary>
/// Unions, intersections and differences of sets of any size: what SUNION, SINTER, SDIFF and their forms do.
/// </summary>
/// <remarks>
/// The idea: one set is walked in batches (each of them for a union, the smallest for an intersection, the first for a
/// difference), and each batch is filtered by one other set after the other. So a source is looked up once per batch,
/// not once per member, and between batches the command may let others at the keys (<see cref="LongRead"/>).
/// Missing keys are empty sets; all others must be sets, even if the result is known before they are looked at.
/// </remarks>
internal readonly ref struct SetCombination(CommandContext context, SetOperation operation, KeyList sources)
{
    private const int BatchMax = 256;
    private const int BatchMin = 16;
    private const int LookupsPerBatch = 4096;

    private readonly KeyList _sources = sources;

    /// <summary>Replies with the members.</summary>
    public Error? Read(out BulksReply reply)
    {
        using var result = new CombinedSet(context, context.Collections.HeapOf(_sources[0]))
        {
            Collects = operation == SetOperation.Union && _sources.Count > 1,
            Replies = true,
        };
        Error? error = Run(result);
        reply = new BulksReply(context.Replies, 0, error is null ? (int)result.Count : 0, isSet: true);
        return error;
    }

    /// <summary>Replies with the number of members, at most a limit; 0 is no limit.</summary>
    public Error? Count(long limit, out IntegerReply reply)
    {
        using var result = new CombinedSet(context, context.Collections.HeapOf(_sources[0]))
        {
            Collects = operation == SetOperation.Union && _sources.Count > 1,
            Limit = limit,
        };
        Error? error = Run(result);
        reply = new IntegerReply(result.Count);
        return error;
    }

    /// <summary>Makes the destination the result, whatever it was before, or removes it if there is none; replies with
    /// the number of members.</summary>
    /// <param name="name">The command that does this, in upper case.</param>
    /// <param name="eventName">The same in lower case.</param>
    /// <param name="destination">The destination; it may be one of the sources.</param>
    /// <param name="reply">The number of members.</param>
    public Error? Store(
        ReadOnlySpan<byte> name, ReadOnlySpan<byte> eventName, Key destination, out IntegerReply reply)
    {
        using var result = new CombinedSet(context, context.Collections.HeapOf(destination)) { Collects = true };
        Error? error = Run(result);
        reply = new IntegerReply(result.Count);
        if (error is not null)
            return error;
        bool existed = RemoveOld(destination);
        if (result.Count > 0)
        {
            if (existed)
                context.NoteReplaced();
            Install(destination, result);
            context.Notify(KeyspaceEvents.Set, eventName, destination);
            LogStore(name, destination);
        }
        else if (existed)
        {
            context.Notify(KeyspaceEvents.Generic, "del"u8, destination);
            context.LogDelete(destination);
        }
        return null;
    }

    private Error? Run(CombinedSet result)
    {
        var read = new LongRead(context, _sources);
        while (true)
        {
            Error? error = Measure(out int smallest, out long smallestCount, out long allCount);
            if (error is not null)
                return error;
            result.Begin(operation == SetOperation.Union ? allCount : Open(smallest).Count);
            bool done = operation switch
            {
                SetOperation.Union => WalkAll(ref read, result),
                SetOperation.Intersection => smallestCount == 0 || Walk(ref read, result, smallest, othersHave: true),
                _ => Walk(ref read, result, 0, othersHave: false),
            };
            if (done)
                return null;
        }
    }

    private Error? Measure(out int smallest, out long smallestCount, out long allCount)
    {
        smallest = 0;
        smallestCount = long.MaxValue;
        allCount = 0;
        for (int i = 0; i < _sources.Count; i++)
        {
            Key key = _sources[i];
            if (context.Collections.Find(key, RecordType.Set, out Record record) is { } error)
                return error;
            long count = SetView.Of(context, key, record).Count;
            allCount += count;
            if (count < smallestCount)
                (smallest, smallestCount) = (i, count);
        }
        return null;
    }

    private SetView Open(int source)
    {
        Key key = _sources[source];
        context.TryPeek(key, out Record record);
        return SetView.Of(context, key, record);
    }

    private bool WalkAll(ref LongRead read, CombinedSet result)
    {
        for (int i = 0; i < _sources.Count; i++)
            if (!Walk(ref read, result, i, othersHave: null))
                return false;
        return true;
    }

    // False when a source has changed and all must start again.
    private bool Walk(ref LongRead read, CombinedSet result, int source, bool? othersHave)
    {
        Span<long> room = stackalloc long[BatchMax];
        if (othersHave is not null)
            room = room[..Math.Clamp(LookupsPerBatch / _sources.Count, BatchMin, BatchMax)];
        long position = 0;
        while (!result.IsFull)
        {
            Span<long> batch = Fill(Open(source), ref position, room);
            if (batch.IsEmpty)
                return true;
            if (othersHave is { } wanted)
                batch = Filter(source, batch, wanted);
            Emit(Open(source), batch, result);
            if (read.IsDue && !read.Pause())
                return false;
        }
        return true;
    }

    private static Span<long> Fill(SetView view, ref long position, Span<long> room)
    {
        int count = 0;
        for (; count < room.Length; count++)
        {
            room[count] = position;
            if (!view.TryRead(ref position, out PackedItem _))
                break;
        }
        return room[..count];
    }

    private Span<long> Filter(int source, Span<long> batch, bool wanted)
    {
        for (int i = 0; i < _sources.Count && !batch.IsEmpty; i++)
            if (i != source)
                batch = Keep(Open(source), Open(i), batch, wanted);
        return batch;
    }

    private static Span<long> Keep(SetView view, SetView other, Span<long> batch, bool wanted)
    {
        int kept = 0;
        foreach (long position in batch)
        {
            long at = position;
            view.TryRead(ref at, out TableMember member);
            if (other.Contains(member) == wanted)
                batch[kept++] = position;
        }
        return batch[..kept];
    }

    private static void Emit(SetView view, ReadOnlySpan<long> batch, CombinedSet result)
    {
        foreach (long position in batch)
        {
            if (result.IsFull)
                return;
            long at = position;
            view.TryRead(ref at, out TableMember member);
            result.Add(member);
        }
    }

    private bool RemoveOld(Key destination)
    {
        if (!context.TryPeek(destination, out Record old))
            return false;
        // The last reference of a big string is then dropped with the reply, not under the lock.
        if (!old.Blob.IsNull)
            context.Replies.Retain(old.Blob);
        context.Remove(destination, old);
        return true;
    }

    private void Install(Key destination, CombinedSet result)
    {
        PackingLimits limits = context.Engine.Options.Packing;
        if (result.Count > Math.Max(limits.IntegerSetEntries, limits.SetEntries))
        {
            Record record = context.Collections.Create(destination, RecordType.Set, result.TakeTable());
            context.Collections.Edited(destination, record);
            return;
        }
        var editor = new SetEditor(context, destination, default);
        long position = 0;
        while (result.Table!.TryRead(ref position, out TableMember member))
            editor.Add(member.Item);
        editor.Finish();
    }

    private void LogStore(ReadOnlySpan<byte> name, Key destination)
    {
        if (!context.BeginLog(name, 1 + _sources.Count))
            return;
        context.LogArgument(destination.Bytes);
        for (int i = 0; i < _sources.Count; i++)
            context.LogArgument(_sources[i].Bytes);
    }
}
