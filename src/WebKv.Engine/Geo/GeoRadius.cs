using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Geo;

/// <summary>GEORADIUS: the members in a circle around a place; replied, or stored in a key.</summary>
public readonly ref struct GeoRadius : ICommand<GeoRadius, GeoRadiusReply>
{
    public static CommandInfo Info { get; } = new(
        "georadius",
        "key longitude latitude radius M | KM | FT | MI [WITHCOORD] [WITHDIST] [WITHHASH]"
        + " [COUNT count [ANY]] [ASC | DESC] [STORE key | STOREDIST key]")
    {
        Arity = -6,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.MovableKeys | CommandFlags.Slow,
        Group = CommandGroup.Geo,
        Keys = KeySpec.One,
        Summary = "Returns the members of a sorted set within a circle around a place, or stores them.",
        Complexity = "O(N+log(M)) with N members in the cells around the circle and M in the set",
    };

    public required Key Key { get; init; }

    public required GeoQuery Query { get; init; }

    public GeoDetails Details { get; init; }

    /// <summary>STORE, STOREDIST; not together with details.</summary>
    public GeoTarget Target { get; init; }

    public static Error? Parse(ref ArgReader arguments, out GeoRadius command)
    {
        Key key = arguments.NextKey();
        var parser = new GeoQueryParser(Info.Name);
        Error? error = parser.ParseRadius(ref arguments, GeoCenterForm.Point, mayStore: true, out GeoQuery query);
        command = new GeoRadius
        {
            Key = key,
            Query = query,
            Details = parser.Details,
            Target = parser.Target,
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Key);
        if (Target.IsPresent)
            keys.Add(Target.Key);
    }

    public Error? Apply(CommandContext context, out GeoRadiusReply reply)
    {
        Error? error = Query.Find(context, Key, out List<GeoMatch> matches);
        var found = new GeoSearchReply(context.Replies, matches, Query.Shape.Unit, Details);
        reply = new GeoRadiusReply(found, Target.IsPresent);
        if (error is null && Target.IsPresent)
            Target.Put(context, matches, Query.Shape.Unit, "georadiusstore"u8);
        return error;
    }
}
