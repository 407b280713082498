namespace WebKv.Server.Rest.Lists;

/// <summary>How many elements the list has now.</summary>
internal sealed record ListLengthResult(long Length);
