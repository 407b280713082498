using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Hashes;

/// <summary>The values in the order of the fields; null for a field that is not there.</summary>
internal sealed record HashValuesResult(ValueList Values);
