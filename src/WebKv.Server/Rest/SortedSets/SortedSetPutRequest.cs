using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>The score of a member.</summary>
/// <param name="Score">The score.</param>
/// <param name="Mode">On which condition it is set; always if it is not said.</param>
internal sealed record SortedSetPutRequest(JsonDouble? Score, string? Mode);
