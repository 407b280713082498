namespace WebKv.Engine.PubSub;

/// <summary>What a subscriber asks for by a name.</summary>
public enum SubscriptionKind
{
    /// <summary>The messages of one channel.</summary>
    Channel,

    /// <summary>The messages of all channels that match a glob pattern.</summary>
    Pattern,

    /// <summary>The messages of one sharded channel. These have a namespace of their own, and no patterns.</summary>
    ShardChannel,
}
