using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using WebKv.Server.Grpc.Messages;

namespace WebKv.Server.Grpc;

/// <summary>How long a call may wait: as long as it asks for, and not up to its deadline, at which nobody would hear of
/// what was taken.</summary>
internal static class WaitBound
{
    private const long AnswerMs = 50;

    /// <summary>Milliseconds; 0 not to wait.</summary>
    public static long MsOf(Duration? wait, ServerCallContext call, TimeProvider time)
    {
        if (wait is null || !Times.TryMs(wait, out long waitMs))
            return 0;
        double leftMs = (call.Deadline - time.GetUtcNow().UtcDateTime).TotalMilliseconds - AnswerMs;
        return Math.Max(0, (long)Math.Min(waitMs, leftMs));
    }
}
