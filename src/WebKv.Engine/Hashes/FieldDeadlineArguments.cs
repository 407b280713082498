using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Hashes;

/// <summary>What the four HEXPIRE commands share: key time [NX | XX | GT | LT] FIELDS count field [field ...].
/// </summary>
internal readonly ref struct FieldDeadlineArguments
{
    public Key Key { get; init; }

    public long Time { get; init; }

    /// <summary>One of the conditions at most.</summary>
    public ExpireCondition Condition { get; init; }

    public ValueList Fields { get; init; }

    public static Error? Parse(ref ArgReader arguments, out FieldDeadlineArguments parsed)
    {
        parsed = default;
        Key key = arguments.NextKey();
        if (arguments.NextInteger(out long time) is { } error)
            return error;
        if (time < 0)
            return HashErrors.ExpireTimeNegative;
        ExpireCondition condition = ExpireCondition.None;
        if (arguments.TryKeyword("NX"u8))
            condition = ExpireCondition.HasNone;
        else if (arguments.TryKeyword("XX"u8))
            condition = ExpireCondition.HasSome;
        else if (arguments.TryKeyword("GT"u8))
            condition = ExpireCondition.Greater;
        else if (arguments.TryKeyword("LT"u8))
            condition = ExpireCondition.Less;
        Error? failure = FieldArguments.Parse(ref arguments, HashErrors.FieldCountToSet, out ValueList fields);
        parsed = new FieldDeadlineArguments { Key = key, Time = time, Condition = condition, Fields = fields };
        return failure;
    }
}
