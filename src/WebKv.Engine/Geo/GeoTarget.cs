using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.SortedSets;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Geo;

/// <summary>Where a search puts what it finds, if it does not reply it.</summary>
/// <remarks>The key may hold anything before, and may be the one searched in; an empty result removes it. It loses its
/// expiry. Journalled as DEL and ZADD of what was found: the last bits of a sine are another machine's own affair.
/// </remarks>
public readonly ref struct GeoTarget
{
    public GeoTarget(Key key, bool storesDistance = false)
    {
        Key = key;
        StoresDistance = storesDistance;
        IsPresent = true;
    }

    /// <summary>Whether anything is stored at all.</summary>
    public bool IsPresent { get; }

    public Key Key { get; }

    /// <summary>STOREDIST: the scores are the distances, in the unit of the shape, instead of the places.</summary>
    public bool StoresDistance { get; }

    internal void Put(
        CommandContext context, List<GeoMatch> matches, GeoUnit unit, ReadOnlySpan<byte> notification)
    {
        SlabHeap heap = context.Collections.HeapOf(Key);
        ScoredTable table = SortedSetEditor.NewTable(heap, matches.Count);
        foreach (GeoMatch match in matches)
        {
            ReadOnlySpan<byte> member = context.Replies.Entry(match.Entry).Bytes;
            table.Add(member, MemberHash.Of(member), ScoreOf(match, unit));
        }
        bool existed = context.TryPeek(Key, out _);
        if (SortedSetStore.Put(context, Key, table, notification))
            Log(context, matches, unit, existed);
    }

    private double ScoreOf(GeoMatch match, GeoUnit unit) =>
        StoresDistance ? match.Meters / unit.Meters() : match.Score;

    private void Log(CommandContext context, List<GeoMatch> matches, GeoUnit unit, bool existed)
    {
        if (existed)
            context.LogDelete(Key);
        if (!context.BeginLog("ZADD"u8, 1 + matches.Count * 2))
            return;
        Span<byte> room = stackalloc byte[Numbers.FormattedDoubleMax];
        context.LogArgument(Key.Bytes);
        foreach (GeoMatch match in matches)
        {
            context.LogArgument(room[..Numbers.Format(ScoreOf(match, unit), room)]);
            context.LogArgument(context.Replies.Entry(match.Entry).Bytes);
        }
    }
}
