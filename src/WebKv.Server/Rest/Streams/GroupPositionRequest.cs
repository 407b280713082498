namespace WebKv.Server.Rest.Streams;

/// <summary>Where a group is to read on.</summary>
/// <param name="Id">The last id that counts as read; "$" for the stream's last.</param>
/// <param name="EntriesRead">Number of entries up to there, if it is known.</param>
internal sealed record GroupPositionRequest(string? Id, long? EntriesRead);
