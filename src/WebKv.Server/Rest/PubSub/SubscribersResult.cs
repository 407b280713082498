namespace WebKv.Server.Rest.PubSub;

internal sealed record SubscribersResult(int Subscribers);
