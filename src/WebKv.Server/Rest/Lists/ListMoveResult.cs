using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Lists;

/// <summary>The element that was moved.</summary>
internal sealed record ListMoveResult(BinaryValue Value);
