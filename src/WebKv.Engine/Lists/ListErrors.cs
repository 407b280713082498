using WebKv.Engine.Errors;

namespace WebKv.Engine.Lists;

/// <summary>The errors that only list commands give.</summary>
internal static class ListErrors
{
    public static readonly Error NotPositive = new(ErrorCode.InvalidArgument,
        "ERR value is out of range, must be positive");

    public static readonly Error RankZero = new(ErrorCode.InvalidArgument,
        "ERR RANK can't be zero: use 1 to start from the first match, 2 from the second ... "
        + "or use negative to start from the end of the list");

    public static readonly Error RankOutOfRange = new(ErrorCode.InvalidArgument,
        "ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807");

    public static readonly Error CountNegative = new(ErrorCode.InvalidArgument, "ERR COUNT can't be negative");

    public static readonly Error MaxLenNegative = new(ErrorCode.InvalidArgument, "ERR MAXLEN can't be negative");

    public static readonly Error KeyCountNotPositive = new(ErrorCode.InvalidArgument,
        "ERR numkeys should be greater than 0");

    public static readonly Error CountNotPositive = new(ErrorCode.InvalidArgument,
        "ERR count should be greater than 0");
}
