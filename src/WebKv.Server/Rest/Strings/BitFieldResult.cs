using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Strings;

/// <summary>For each operation, in its order: the value read, the value before a set, or the value after an increment;
/// null where one that may fail did.</summary>
internal sealed record BitFieldResult(IReadOnlyList<JsonNumber?> Values);
