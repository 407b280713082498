using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.Hashes;

/// <summary>HRANDFIELD: random fields, which stay, each with the same probability.</summary>
/// <remarks>Without a count one name, or nothing. A positive count asks for different fields; a negative one for
/// exactly so many, which may repeat.</remarks>
public readonly ref struct HRandField : ICommand<HRandField, RandomFieldsReply>
{
    public static CommandInfo Info { get; } = new("hrandfield", "key [count [WITHVALUES]]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Slow,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Returns random fields of a hash.",
        Complexity = "O(N) in the number of fields asked for",
    };

    public required Key Key { get; init; }

    /// <summary>How many; negative allows repetition. Null for one, which is then not in a list.</summary>
    public long? Count { get; init; }

    /// <summary>WITHVALUES: tell the values, too.</summary>
    public bool WithValues { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HRandField command)
    {
        command = new HRandField { Key = arguments.NextKey() };
        if (!arguments.HasNext)
            return null;
        if (arguments.NextInteger(out long count) is { } error)
            return error;
        bool withValues = arguments.TryKeyword("WITHVALUES"u8);
        command = new HRandField { Key = command.Key, Count = count, WithValues = withValues };
        return arguments.HasNext ? CommonErrors.Syntax : null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out RandomFieldsReply reply)
    {
        reply = new RandomFieldsReply(context.Replies, 0, WithValues, isSingle: Count is null);
        if (CheckCount() is { } refusal)
            return refusal;
        if (context.Collections.Find(Key, RecordType.Hash, out Record record) is { } error)
            return error;
        long count = Count ?? 1;
        if (!record.IsNull)
            FieldExpiry.RemoveAllDue(context, Key, ref record);
        if (record.IsNull)
            return null;
        int drawn = RandomFields.Append(context, new HashView(context, Key, record), count, WithValues);
        reply = new RandomFieldsReply(context.Replies, drawn, WithValues, isSingle: Count is null);
        return null;
    }

    private Error? CheckCount()
    {
        if (Count == long.MinValue)
            return HashErrors.CountRange;
        if (WithValues && Count is < -long.MaxValue / 2 or > long.MaxValue / 2)
            return HashErrors.CountWithValuesRange;
        return Count < -RandomFields.DrawsMax ? HashErrors.TooManyDraws : null;
    }
}
