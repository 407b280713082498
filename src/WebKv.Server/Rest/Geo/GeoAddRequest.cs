namespace WebKv.Server.Rest.Geo;

/// <summary>Members to be added, or to be moved.</summary>
/// <param name="Entries">The members with their places.</param>
/// <param name="Mode">Which of them; all if it is not said.</param>
internal sealed record GeoAddRequest(IReadOnlyList<GeoEntry?>? Entries, string? Mode);
