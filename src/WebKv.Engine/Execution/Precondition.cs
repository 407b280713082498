namespace WebKv.Engine.Execution;

/// <summary>
/// A condition on a key that must hold for a request to be carried out; checked under the request's own locks.
/// </summary>
/// <param name="Key">The key.</param>
/// <param name="Kind">What must hold.</param>
/// <param name="Etags">For the ETag kinds.</param>
/// <param name="Content">For the content kinds: the bytes of a string value.</param>
public sealed record Precondition(
    byte[] Key, PreconditionKind Kind, IReadOnlyList<ulong>? Etags = null, byte[]? Content = null);
