namespace WebKv.Server.Rest.Streams;

/// <summary>A group to create.</summary>
/// <param name="Start">The last id that counts as read; "$", or not given, for the stream's last; "0" for none.</param>
/// <param name="MakeStream">Create an empty stream if there is none.</param>
/// <param name="EntriesRead">Number of entries up to there, if it is known: lag is told from it.</param>
internal sealed record PutGroupRequest(string? Start, bool? MakeStream, long? EntriesRead);
