namespace WebKv.Server.Rest.Streams;

/// <summary>How to cut a stream at its old end: exactly one of maxLen and minId.</summary>
/// <param name="MaxLen">Entries that may stay.</param>
/// <param name="MinId">The lowest id that may stay.</param>
/// <param name="Approximate">Cut where it is cheap: a few entries more may stay.</param>
/// <param name="Limit">With approximate, entries to take out at most; 0 for any number.</param>
internal sealed record TrimStreamRequest(long? MaxLen, string? MinId, bool? Approximate, long? Limit);
