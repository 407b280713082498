using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.SortedSets;

namespace WebKv.Engine.Geo;

/// <summary>GEOHASH: the places of members as the texts that geohash.org knows, nothing for one that is not there.
/// </summary>
public readonly ref struct GeoHash : ICommand<GeoHash, BulksReply>
{
    public static CommandInfo Info { get; } = new("geohash", "key [member [member ...]]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Geo,
        Keys = KeySpec.One,
        Summary = "Returns the places of members of a sorted set as geohash texts.",
        Complexity = "O(M) with M members asked for",
    };

    public required Key Key { get; init; }

    public required ValueList Members { get; init; }

    public static Error? Parse(ref ArgReader arguments, out GeoHash command)
    {
        command = new GeoHash { Key = arguments.NextKey(), Members = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulksReply reply)
    {
        reply = default;
        if (SortedSetView.Find(context, Key, out SortedSetView set) is { } error)
            return error;
        Span<byte> text = stackalloc byte[GeoCode.TextLength];
        int first = context.Replies.EntryCount;
        for (int i = 0; i < Members.Count; i++)
        {
            SortedSetPlace place = set.Find(Members[i].Bytes);
            if (!place.Exists)
            {
                context.Replies.AppendNull();
                continue;
            }
            GeoCode.Format(GeoCode.Decode(place.Score), text);
            context.Replies.Append(text);
        }
        reply = new BulksReply(context.Replies, first, Members.Count);
        return null;
    }
}
