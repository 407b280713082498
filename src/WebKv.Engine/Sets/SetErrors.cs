using WebKv.Engine.Errors;

namespace WebKv.Engine.Sets;

/// <summary>The errors of the commands on sets.</summary>
internal static class SetErrors
{
    /// <summary>A count that must not be negative.</summary>
    public static readonly Error NotPositive =
        new(ErrorCode.InvalidArgument, "ERR value is out of range, must be positive");

    public static readonly Error CountRange = new(ErrorCode.InvalidArgument,
        "ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807");

    public static readonly Error KeyCount =
        new(ErrorCode.InvalidArgument, "ERR numkeys should be greater than 0");

    public static readonly Error KeyCountAboveArguments =
        new(ErrorCode.InvalidArgument, "ERR Number of keys can't be greater than number of args");

    public static readonly Error NegativeLimit = new(ErrorCode.InvalidArgument, "ERR LIMIT can't be negative");

    public static readonly Error TooManyDraws = new(ErrorCode.PayloadTooLarge,
        "ERR the count asks for more members than one reply can hold");

    public static readonly Error BadDataFormat = new(ErrorCode.InvalidArgument, "ERR Bad data format");
}
