using WebKv.Engine.Errors;

namespace WebKv.Engine.Hashes;

/// <summary>The errors of the commands on hashes.</summary>
internal static class HashErrors
{
    public static readonly Error NotAnInteger = new(ErrorCode.NotAnInteger, "ERR hash value is not an integer");

    public static readonly Error NotAFloat = new(ErrorCode.NotAFloat, "ERR hash value is not a float");

    public static readonly Error IncrementNotFinite =
        new(ErrorCode.InvalidArgument, "ERR value is NaN or Infinity");

    public static readonly Error CountRange = new(ErrorCode.InvalidArgument,
        "ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807");

    public static readonly Error CountWithValuesRange =
        new(ErrorCode.InvalidArgument, "ERR value is out of range");

    public static readonly Error TooManyDraws = new(ErrorCode.PayloadTooLarge,
        "ERR the count asks for more fields than one reply can hold");

    public static readonly Error FieldsMissing = new(ErrorCode.Syntax,
        "ERR Mandatory argument FIELDS is missing or not at the right position");

    public static readonly Error FieldCountToSet = new(ErrorCode.InvalidArgument,
        "ERR Parameter `numFields` should be greater than 0");

    public static readonly Error FieldCount = new(ErrorCode.InvalidArgument,
        "ERR Number of fields must be a positive integer");

    public static readonly Error FieldCountMismatch = new(ErrorCode.InvalidArgument,
        "ERR The `numfields` parameter must match the number of arguments");

    public static readonly Error ExpireTimeNegative = new(ErrorCode.InvalidArgument,
        "ERR invalid expire time, must be >= 0");
}
