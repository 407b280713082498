using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Sets;

/// <summary>The result of a combination.</summary>
/// <param name="Count">Number of its members.</param>
/// <param name="Members">The members, in no order; null if they were stored or only counted.</param>
internal sealed record SetCombineResult(long Count, ValueList? Members);
