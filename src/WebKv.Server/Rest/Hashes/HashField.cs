using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Hashes;

/// <summary>A field to be set, with its value.</summary>
internal sealed record HashField(BinaryValue? Field, BinaryValue? Value);
