using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Sets;

/// <summary>Members of a set, in no order.</summary>
internal sealed record SetMembersResult(ValueList Members);
