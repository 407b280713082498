using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>What is added to the score of a member.</summary>
/// <param name="Member">The member; a new one has 0 before.</param>
/// <param name="By">The number; 1 if it is not said.</param>
/// <param name="Mode">On which condition; always if it is not said.</param>
internal sealed record SortedSetIncrementRequest(BinaryValue? Member, JsonDouble? By, string? Mode);
