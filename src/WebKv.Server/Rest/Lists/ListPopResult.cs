using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Lists;

/// <summary>The elements that were taken, the one at the side first.</summary>
internal sealed record ListPopResult(ValueList Values);
