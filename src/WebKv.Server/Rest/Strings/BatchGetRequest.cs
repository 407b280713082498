using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Strings;

/// <summary>The strings to read.</summary>
internal sealed record BatchGetRequest(IReadOnlyList<BinaryValue?>? Keys);
