using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Sets;

/// <summary>One page of a set.</summary>
/// <param name="Members">The members, in no order; about as many as asked for, maybe none.</param>
/// <param name="NextCursor">How to go on; null at the end.</param>
internal sealed record SetPage(ValueList Members, string? NextCursor);
