using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>What was taken out, and of which sorted set.</summary>
internal sealed record SortedSetMultiPopResult(BinaryValue Key, ScoredList Entries);
