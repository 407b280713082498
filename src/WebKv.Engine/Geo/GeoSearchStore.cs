using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Geo;

/// <summary>GEOSEARCHSTORE: makes a key the members in a circle or a box around a place; replies how many there were.
/// </summary>
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
        new GeoTarget(Destination, StoresDistance).Put(context, matches, Query.Shape.Unit, "geosearchstore"u8);
        reply = new IntegerReply(matches.Count);
        return null;
    }
}
