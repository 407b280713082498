namespace WebKv.Server.Rest.Service;

/// <summary>"live", "ready" or "stopping".</summary>
internal sealed record HealthResult(string Status);
