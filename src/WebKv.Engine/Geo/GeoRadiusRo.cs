using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Geo;

/// <summary>GEORADIUS_RO: GEORADIUS that stores nothing.</summary>
public readonly ref struct GeoRadiusRo : ICommand<GeoRadiusRo, GeoSearchReply>
{
    public static CommandInfo Info { get; } = new(
        "georadius_ro",
        "key longitude latitude radius M | KM | FT | MI [WITHCOORD] [WITHDIST] [WITHHASH]"
        + " [COUNT count [ANY]] [ASC | DESC]")
    {
        Arity = -6,
        Flags = CommandFlags.ReadOnly | CommandFlags.Slow,
        Group = CommandGroup.Geo,
        Keys = KeySpec.One,
        Summary = "Returns the members of a sorted set within a circle around a place.",
        Complexity = "O(N+log(M)) with N members in the cells around the circle and M in the set",
    };

    public required Key Key { get; init; }

    public required GeoQuery Query { get; init; }

    public GeoDetails Details { get; init; }

    public static Error? Parse(ref ArgReader arguments, out GeoRadiusRo command)
    {
        Key key = arguments.NextKey();
        var parser = new GeoQueryParser(Info.Name);
        Error? error = parser.ParseRadius(ref arguments, GeoCenterForm.Point, mayStore: false, out GeoQuery query);
        command = new GeoRadiusRo { Key = key, Query = query, Details = parser.Details };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out GeoSearchReply reply) =>
        new GeoSearch { Key = Key, Query = Query, Details = Details }.Apply(context, out reply);
}
