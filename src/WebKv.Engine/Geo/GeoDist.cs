using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.SortedSets;

namespace WebKv.Engine.Geo;

/// <summary>GEODIST: how far two members are apart, or nothing if one is not there.</summary>
public readonly ref struct GeoDist : ICommand<GeoDist, DistanceReply>
{
    public static CommandInfo Info { get; } = new("geodist", "key member1 member2 [M | KM | FT | MI]")
    {
        Arity = -4,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Geo,
        Keys = KeySpec.One,
        Summary = "Returns the distance between two members of a sorted set.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> First { get; init; }

    public required ReadOnlySpan<byte> Second { get; init; }

    public GeoUnit Unit { get; init; }

    public static Error? Parse(ref ArgReader arguments, out GeoDist command)
    {
        Key key = arguments.NextKey();
        ReadOnlySpan<byte> first = arguments.Next();
        ReadOnlySpan<byte> second = arguments.Next();
        GeoUnit unit = GeoUnit.Meters;
        Error? error = arguments.Remaining > 1
            ? CommonErrors.Syntax
            : arguments.HasNext ? GeoUnits.Parse(ref arguments, out unit) : null;
        command = new GeoDist { Key = key, First = first, Second = second, Unit = unit };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out DistanceReply reply)
    {
        reply = default;
        if (SortedSetView.Find(context, Key, out SortedSetView set) is { } error)
            return error;
        SortedSetPlace first = set.Find(First);
        SortedSetPlace second = set.Find(Second);
        if (first.Exists && second.Exists)
            reply = new DistanceReply(
                GeoCode.Decode(first.Score).DistanceTo(GeoCode.Decode(second.Score)) / Unit.Meters());
        return null;
    }
}
