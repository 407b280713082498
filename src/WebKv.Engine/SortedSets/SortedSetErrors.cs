using WebKv.Engine.Errors;

namespace WebKv.Engine.SortedSets;

/// <summary>The errors of the commands on sorted sets.</summary>
internal static class SortedSetErrors
{
    public static readonly Error NxWithXx = new(ErrorCode.InvalidArgument,
        "ERR XX and NX options at the same time are not compatible");

    public static readonly Error GtLtNx = new(ErrorCode.InvalidArgument,
        "ERR GT, LT, and/or NX options at the same time are not compatible");

    public static readonly Error IncrementOfMany = new(ErrorCode.InvalidArgument,
        "ERR INCR option supports a single increment-element pair");

    public static readonly Error NotANumber =
        new(ErrorCode.NotANumber, "ERR resulting score is not a number (NaN)");

    public static readonly Error ScoreLimit = new(ErrorCode.InvalidArgument, "ERR min or max is not a float");

    public static readonly Error MemberLimit =
        new(ErrorCode.InvalidArgument, "ERR min or max not valid string range item");

    public static readonly Error LimitOfRanks = new(ErrorCode.Syntax,
        "ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX");

    public static readonly Error ScoresOfMembers = new(ErrorCode.Syntax,
        "ERR syntax error, WITHSCORES not supported in combination with BYLEX");

    public static readonly Error NotPositive =
        new(ErrorCode.InvalidArgument, "ERR value is out of range, must be positive");

    public static readonly Error CountRange = new(ErrorCode.InvalidArgument,
        "ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807");

    public static readonly Error CountRangeOfPairs = new(ErrorCode.InvalidArgument, "ERR value is out of range");

    public static readonly Error KeyCount =
        new(ErrorCode.InvalidArgument, "ERR numkeys should be greater than 0");

    public static readonly Error PopCount = new(ErrorCode.InvalidArgument, "ERR count should be greater than 0");

    public static readonly Error NegativeLimit = new(ErrorCode.InvalidArgument, "ERR LIMIT can't be negative");

    public static readonly Error Weight = new(ErrorCode.InvalidArgument, "ERR weight value is not a float");

    public static readonly Error TooManyDraws = new(ErrorCode.PayloadTooLarge,
        "ERR the count asks for more members than one reply can hold");

    public static readonly Error BadDataFormat = new(ErrorCode.InvalidArgument, "ERR Bad data format");

    public static Error NoInputKey(string commandName) =>
        new(ErrorCode.InvalidArgument, $"ERR at least 1 input key is needed for '{commandName}' command");
}
