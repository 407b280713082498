using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Lists;

/// <summary>The elements that were taken, the one at the side first, and the key of their list.</summary>
internal sealed record ListsPopResult(BinaryValue Key, ValueList Values);
