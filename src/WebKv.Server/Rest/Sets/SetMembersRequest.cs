using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Sets;

/// <summary>The members to work on.</summary>
internal sealed record SetMembersRequest(IReadOnlyList<BinaryValue?>? Members);
