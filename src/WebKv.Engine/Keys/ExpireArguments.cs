using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Keys;

/// <summary>The arguments that the four EXPIRE commands share: key time [NX | XX | GT | LT].</summary>
internal readonly ref struct ExpireArguments
{
    public Key Key { get; private init; }

    public long Time { get; private init; }

    public ExpireCondition Condition { get; private init; }

    public static Error? Parse(ref ArgReader arguments, out ExpireArguments parsed)
    {
        Key key = arguments.NextKey();
        ReadOnlySpan<byte> timeText = arguments.Next();
        parsed = default;
        if (ParseCondition(ref arguments, out ExpireCondition condition) is { } error)
            return error;
        if (!Numbers.TryParseInteger(timeText, out long time))
            return CommonErrors.IntegerArgument;
        parsed = new ExpireArguments { Key = key, Time = time, Condition = condition };
        return null;
    }

    private static Error? ParseCondition(ref ArgReader arguments, out ExpireCondition condition)
    {
        condition = ExpireCondition.None;
        while (arguments.HasNext)
        {
            if (arguments.TryKeyword("NX"u8))
                condition |= ExpireCondition.HasNone;
            else if (arguments.TryKeyword("XX"u8))
                condition |= ExpireCondition.HasSome;
            else if (arguments.TryKeyword("GT"u8))
                condition |= ExpireCondition.Greater;
            else if (arguments.TryKeyword("LT"u8))
                condition |= ExpireCondition.Less;
            else
                return CommonErrors.UnsupportedOption(arguments.Next());
        }
        const ExpireCondition GreaterAndLess = ExpireCondition.Greater | ExpireCondition.Less;
        if ((condition & ExpireCondition.HasNone) != 0 && condition != ExpireCondition.HasNone)
            return CommonErrors.ExpireFlags;
        return (condition & GreaterAndLess) == GreaterAndLess ? CommonErrors.ExpireGtLt : null;
    }
}
