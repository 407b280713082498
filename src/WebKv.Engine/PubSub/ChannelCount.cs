namespace WebKv.Engine.PubSub;

/// <summary>A channel with the number of its subscribers; those of patterns do not count.</summary>
public readonly record struct ChannelCount(byte[] Name, int Subscribers);
