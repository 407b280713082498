using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Sets;

/// <summary>A member to be taken from one set to another.</summary>
internal sealed record SetMoveRequest(BinaryValue? Source, BinaryValue? Destination, BinaryValue? Member);
