namespace WebKv.Server.Rest.PubSub;

/// <summary>Where a message goes.</summary>
internal sealed record ChannelTarget(byte[] Channel, bool IsSharded);
