using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>The members to work on.</summary>
internal sealed record SortedSetMembersRequest(IReadOnlyList<BinaryValue?>? Members);
