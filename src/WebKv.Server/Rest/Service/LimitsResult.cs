namespace WebKv.Server.Rest.Service;

/// <summary>What one request may hold.</summary>
internal sealed record LimitsResult(
    long JsonBodyBytes,
    long ValueBytes,
    int UrlNameBytes,
    int PipelineCommands,
    int Preconditions,
    int Databases,
    int PageItems,
    long SubscriberBytes,
    int HeartbeatMs);
