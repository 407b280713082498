namespace WebKv.Server.Rest.Http;

/// <summary>A value alone: the JSON form of a body that is a value.</summary>
internal sealed record ValueRequest(BinaryValue? Value);
