namespace WebKv.Server.Rest.PubSub;

internal sealed record ReceiversResult(long Receivers);
