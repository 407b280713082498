namespace WebKv.Server.Rest.PubSub;

/// <summary>Channels that have subscribers, and how many different patterns have.</summary>
internal sealed record ChannelList(IReadOnlyList<ChannelItem> Items, long Patterns);
