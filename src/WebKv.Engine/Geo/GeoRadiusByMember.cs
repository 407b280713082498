using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Geo;

/// <summary>GEORADIUSBYMEMBER: the members in a circle around the place of a member; replied, or stored in a key.
/// </summary>
public readonly ref struct GeoRadiusByMember : ICommand<GeoRadiusByMember, GeoRadiusReply>
{
    public static CommandInfo Info { get; } = new(
        "georadiusbymember",
        "key member radius M | KM | FT | MI [WITHCOORD] [WITHDIST] [WITHHASH]"
        + " [COUNT count [ANY]] [ASC | DESC] [STORE key | STOREDIST key]")
    {
        Arity = -5,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.MovableKeys | CommandFlags.Slow,
        Group = CommandGroup.Geo,
        Keys = KeySpec.One,
        Summary = "Returns the members of a sorted set within a circle around the place of a member, or stores them.",
        Complexity = "O(N+log(M)) with N members in the cells around the circle and M in the set",
    };

    public required Key Key { get; init; }

    public required GeoQuery Query { get; init; }

    public GeoDetails Details { get; init; }

    /// <summary>STORE, STOREDIST; not together with details.</summary>
    public GeoTarget Target { get; init; }

    public static Error? Parse(ref ArgReader arguments, out GeoRadiusByMember command)
    {
        Key key = arguments.NextKey();
        var parser = new GeoQueryParser(Info.Name);
        Error? error = parser.ParseRadius(ref arguments, GeoCenterForm.Member, mayStore: true, out GeoQuery query);
        command = new GeoRadiusByMember
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

    public Error? Apply(CommandContext context, out GeoRadiusReply reply) => new GeoRadius
    {
        Key = Key,
        Query = Query,
        Details = Details,
        Target = Target,
    }.Apply(context, out reply);
}
