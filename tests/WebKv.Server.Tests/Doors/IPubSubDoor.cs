namespace WebKv.Server.Tests.Doors;

/// <summary>Channels and subscriptions of one door.</summary>
public interface IPubSubDoor
{
    /// <summary>Returns the number of receivers.</summary>
    Task<long> PublishAsync(string channel, string message, bool sharded = false);

    /// <summary>Returns when messages published from then on will be received.</summary>
    Task<IDoorSubscription> SubscribeAsync(
        string[] channels, string[]? patterns = null, string[]? shardChannels = null);

    /// <summary>Channels that match and have subscribers.</summary>
    Task<string[]> ListAsync(string match, bool sharded = false);

    Task<long> CountSubscribersAsync(string channel);
}
