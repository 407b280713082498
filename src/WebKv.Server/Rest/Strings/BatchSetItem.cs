using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Strings;

/// <summary>A key with its new value.</summary>
internal sealed record BatchSetItem(BinaryValue? Key, BinaryValue? Value);
