namespace WebKv.Server.Rest.Streams;

/// <summary>The consumers of a group, by name.</summary>
internal sealed record ConsumersResult(IReadOnlyList<ConsumerItem> Consumers);
