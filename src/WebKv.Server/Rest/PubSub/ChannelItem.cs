using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.PubSub;

/// <summary>A channel in a list.</summary>
internal sealed record ChannelItem(BinaryValue Channel, int Subscribers);
