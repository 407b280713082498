namespace WebKv.Server.Rest.Keys;

/// <summary>For how many keys, and for which in the order of the request, the operation found something.</summary>
internal sealed record KeysResult(int Count, IReadOnlyList<bool> PerKey);
