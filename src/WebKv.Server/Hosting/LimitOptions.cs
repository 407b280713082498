namespace WebKv.Server.Hosting;

/// <summary>What one client may ask for.</summary>
public sealed class LimitOptions
{
    /// <summary>RESP connections at once.</summary>
    public int Connections { get; init; } = 10_000;

    /// <summary>Calls that wait for their keys at once, on all doors.</summary>
    public int WaitingCalls { get; init; } = 100_000;

    /// <summary>Bytes of one RESP request, all arguments together.</summary>
    public long RequestBytes { get; init; } = 1L << 30;

    /// <summary>Bytes of a JSON body.</summary>
    public int JsonBodyBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Bytes of messages that may wait for one subscriber.</summary>
    public long SubscriberBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Milliseconds of silence after which a subscriber of REST or gRPC gets a heartbeat.</summary>
    public int HeartbeatMs { get; init; } = 15_000;

    /// <summary>Commands in one REST pipeline or transaction.</summary>
    public int PipelineCommands { get; init; } = 10_000;

    /// <summary>Preconditions in one transaction.</summary>
    public int Preconditions { get; init; } = 128;
}
