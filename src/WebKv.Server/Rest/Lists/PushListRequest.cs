using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Lists;

/// <summary>What to add to a list.</summary>
/// <param name="Side">Where: "left" or "right" (default).</param>
/// <param name="Values">The elements; each is pushed in turn, so at the left they end up in reverse order.</param>
/// <param name="OnlyIfExists">Whether to refuse to create the list.</param>
internal sealed record PushListRequest(string? Side, IReadOnlyList<BinaryValue?>? Values, bool? OnlyIfExists);
