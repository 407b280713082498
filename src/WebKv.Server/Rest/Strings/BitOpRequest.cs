using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Strings;

/// <summary>A bitwise operation on strings.</summary>
/// <param name="Op">"and", "or", "xor" or "not".</param>
/// <param name="Keys">The strings; one for "not".</param>
/// <param name="StoreInto">The key that gets the result.</param>
internal sealed record BitOpRequest(string? Op, IReadOnlyList<BinaryValue?>? Keys, BinaryValue? StoreInto);
