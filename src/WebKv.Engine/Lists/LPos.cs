using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>LPOS: the indexes of elements that equal a value.</summary>
public readonly ref struct LPos : ICommand<LPos, LPosReply>
{
    public static CommandInfo Info { get; } =
        new("lpos", "key element [RANK rank] [COUNT matches] [MAXLEN comparisons]")
        {
            Arity = -3,
            Flags = CommandFlags.ReadOnly | CommandFlags.Slow,
            Group = CommandGroup.List,
            Keys = KeySpec.One,
            Summary = "Returns the indexes of elements of a list that equal a value.",
            Complexity = "O(N) in the number of elements compared",
        };

    public required Key Key { get; init; }

    public required Value Element { get; init; }

    /// <summary>Which match is the first one told, 1 being the first; negative counts from the tail. Not 0.</summary>
    public long Rank { get; init; } = 1;

    /// <summary>Most matches to tell, 0 for all; null tells one, which is then the reply instead of a list.</summary>
    public long? Count { get; init; }

    /// <summary>Most elements to compare; 0 for all.</summary>
    public long ComparisonsMax { get; init; }

    public LPos()
    {
    }

    public static Error? Parse(ref ArgReader arguments, out LPos command)
    {
        Key key = arguments.NextKey();
        Value element = arguments.NextValue();
        Error? error = LPosOptions.Parse(ref arguments, out LPosOptions options);
        command = new LPos
        {
            Key = key,
            Element = element,
            Rank = options.Rank,
            Count = options.Count,
            ComparisonsMax = options.ComparisonsMax,
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out LPosReply reply)
    {
        reply = new LPosReply([], isList: Count is not null);
        if (ListView.Find(context, Key, out ListView list) is { } error)
            return error;
        List<long> positions = Search(in list);
        reply = new LPosReply(positions, isList: Count is not null);
        return null;
    }

    private List<long> Search(scoped in ListView list)
    {
        var positions = new List<long>();
        bool fromTail = Rank < 0;
        long skip = Math.Abs(Rank) - 1;
        long wanted = Count switch
        {
            null => 1,
            0 => long.MaxValue,
            { } count => count,
        };
        long compared = 0;
        long comparisonsMax = ComparisonsMax == 0 ? long.MaxValue : ComparisonsMax;
        PackedItem element = PackedItem.Of(Element.Bytes);
        ListReader reader = list.Read(fromTail ? ListSide.Right : ListSide.Left);
        while (positions.Count < wanted && compared < comparisonsMax && reader.TryNext(out PackedItem item))
        {
            if (item.SameAs(element) && --skip < 0)
                positions.Add(fromTail ? list.Count - 1 - compared : compared);
            compared++;
        }
        return positions;
    }
}
