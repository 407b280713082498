using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Strings;

/// <summary>The values in the order of the keys; null for a key that does not exist or is no string.</summary>
internal sealed record BatchGetResult(ValueList Items);
