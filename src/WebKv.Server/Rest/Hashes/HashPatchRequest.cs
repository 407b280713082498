using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Hashes;

/// <summary>A change of several fields in one step.</summary>
/// <param name="Set">Fields to be set; they lose their expiry.</param>
/// <param name="Remove">Names of fields to be removed after that.</param>
/// <param name="Condition">What must hold for all fields of set, or nothing is changed: "allAbsent" or "allPresent".
/// </param>
internal sealed record HashPatchRequest(
    IReadOnlyList<HashField?>? Set, IReadOnlyList<BinaryValue?>? Remove, string? Condition);
