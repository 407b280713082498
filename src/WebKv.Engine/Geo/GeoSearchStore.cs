using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.SortedSets;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Geo;

/// <summary>GEOSEARCHSTORE: makes a key the members in a circle or a box around a place; replies how many there were.
/// </summary>
/// <remarks>The destination may hold anything before, and may be the source; an empty result removes it. It loses its
/// expiry. Logged as DEL and ZADD of what was found: the last bits of a sine are another machine's own affair.
/// </remarks>
public readonly ref struct GeoSearchStore : ICommand<GeoSearchStore, IntegerReply>
{
    public static CommandInfo Info { get; } = new(
        "geosearchstore",
        "destination source FROMMEMBER member | FROMLONLAT longitude latitude BYRADIUS radius M | KM | FT | MI"
        + " | BYBOX width height M | KM | FT | MI [ASC | DESC] [COUNT count [ANY]] [STOREDIST]")
    {
        Arity = -8,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Slow,
        Group = CommandGroup.Geo,
        Keys = KeySpec.Two,
        Summary = "Stores the members of a sorted set within a circle or a box in a key.",
        Complexity = "O(N+log(M)) with N members in the cells around the shape and M in the set",
    };

    public required Key Destination { get; init; }

    public required Key Source { get; init; }

    public required GeoQuery Query { get; init; }

    /// <summary>STOREDIST: the scores are the distances, in the unit of the shape, instead of the places.</summary>
    public bool StoresDistance { get; init; }

    public static Error? Parse(ref ArgReader arguments, out GeoSearchStore command)
    {
        Key destination = arguments.NextKey();
        Key source = arguments.NextKey();
        var parser = new GeoQueryParser(Info.Name);
        Error? error = parser.Parse(ref arguments, isStore: true, out GeoQuery query);
        command = new GeoSearchStore
        {
            Destination = destination,
            Source = source,
            Query = query,
            StoresDistance = parser.StoresDistance,
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Destination);
        keys.Add(Source);
    }

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (Query.Find(context, Source, out List<GeoMatch> matches) is { } error)
            return error;
        SlabHeap heap = context.Collections.HeapOf(Destination);
        ScoredTable table = SortedSetEditor.NewTable(heap, matches.Count);
        foreach (GeoMatch match in matches)
        {
            ReadOnlySpan<byte> member = context.Replies.Entry(match.Entry).Bytes;
            table.Add(member, MemberHash.Of(member), ScoreOf(match));
        }
        reply = new IntegerReply(matches.Count);
        bool existed = context.TryPeek(Destination, out _);
        if (SortedSetStore.Put(context, Destination, table, "geosearchstore"u8))
            Log(context, matches, existed);
        return null;
    }

    private double ScoreOf(GeoMatch match) =>
        StoresDistance ? match.Meters / Query.Shape.Unit.Meters() : match.Score;

    private void Log(CommandContext context, List<GeoMatch> matches, bool existed)
    {
        if (existed)
            context.LogDelete(Destination);
        if (!context.BeginLog("ZADD"u8, 1 + matches.Count * 2))
            return;
        Span<byte> room = stackalloc byte[Numbers.FormattedDoubleMax];
        context.LogArgument(Destination.Bytes);
        foreach (GeoMatch match in matches)
        {
            context.LogArgument(room[..Numbers.Format(ScoreOf(match), room)]);
            context.LogArgument(context.Replies.Entry(match.Entry).Bytes);
        }
    }
}
