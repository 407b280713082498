using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>A field of a new entry.</summary>
internal sealed record StreamField(BinaryValue? Field, BinaryValue? Value);
