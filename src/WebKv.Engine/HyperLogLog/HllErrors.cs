using WebKv.Engine.Errors;

namespace WebKv.Engine.HyperLogLog;

/// <summary>The errors of the commands on HyperLogLogs.</summary>
internal static class HllErrors
{
    /// <summary>A string, but not a HyperLogLog.</summary>
    public static readonly Error NotValid =
        new(ErrorCode.WrongType, "WRONGTYPE Key is not a valid HyperLogLog string value.");

    /// <summary>A HyperLogLog by its head, but not by its registers.</summary>
    public static readonly Error Corrupted =
        new(ErrorCode.WrongType, "INVALIDOBJ Corrupted HLL object detected");
}
