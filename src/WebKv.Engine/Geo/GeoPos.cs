using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.SortedSets;

namespace WebKv.Engine.Geo;

/// <summary>GEOPOS: the places of members, nothing for one that is not there.</summary>
public readonly ref struct GeoPos : ICommand<GeoPos, PointsReply>
{
    public static CommandInfo Info { get; } = new("geopos", "key [member [member ...]]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Geo,
        Keys = KeySpec.One,
        Summary = "Returns the places of members of a sorted set.",
        Complexity = "O(M) with M members asked for",
    };

    public required Key Key { get; init; }

    public required ValueList Members { get; init; }

    public static Error? Parse(ref ArgReader arguments, out GeoPos command)
    {
        command = new GeoPos { Key = arguments.NextKey(), Members = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out PointsReply reply)
    {
        var points = new GeoPoint?[Members.Count];
        reply = new PointsReply(points);
        if (SortedSetView.Find(context, Key, out SortedSetView set) is { } error)
            return error;
        for (int i = 0; i < points.Length; i++)
        {
            SortedSetPlace place = set.Find(Members[i].Bytes);
            points[i] = place.Exists ? GeoCode.Decode(place.Score) : null;
        }
        return null;
    }
}
