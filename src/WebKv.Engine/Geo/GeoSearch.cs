using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Geo;

/// <summary>GEOSEARCH: the members in a circle or a box around a place.</summary>
public readonly ref struct GeoSearch : ICommand<GeoSearch, GeoSearchReply>
{
    public static CommandInfo Info { get; } = new(
        "geosearch",
        "key FROMMEMBER member | FROMLONLAT longitude latitude BYRADIUS radius M | KM | FT | MI"
        + " | BYBOX width height M | KM | FT | MI [ASC | DESC] [COUNT count [ANY]] [WITHCOORD] [WITHDIST] [WITHHASH]")
    {
        Arity = -7,
        Flags = CommandFlags.ReadOnly | CommandFlags.Slow,
        Group = CommandGroup.Geo,
        Keys = KeySpec.One,
        Summary = "Returns the members of a sorted set within a circle or a box.",
        Complexity = "O(N+log(M)) with N members in the cells around the shape and M in the set",
    };

    public required Key Key { get; init; }

    public required GeoQuery Query { get; init; }

    public GeoDetails Details { get; init; }

    public static Error? Parse(ref ArgReader arguments, out GeoSearch command)
    {
        Key key = arguments.NextKey();
        var parser = new GeoQueryParser(Info.Name);
        Error? error = parser.Parse(ref arguments, isStore: false, out GeoQuery query);
        command = new GeoSearch { Key = key, Query = query, Details = parser.Details };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out GeoSearchReply reply)
    {
        Error? error = Query.Find(context, Key, out List<GeoMatch> matches);
        reply = new GeoSearchReply(context.Replies, matches, Query.Shape.Unit, Details);
        return error;
    }
}
