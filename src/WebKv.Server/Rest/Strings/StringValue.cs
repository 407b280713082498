using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Strings;

/// <summary>The JSON form of a string.</summary>
internal sealed record StringValue(BinaryValue? Value);
