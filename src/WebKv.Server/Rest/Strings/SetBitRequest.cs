namespace WebKv.Server.Rest.Strings;

/// <summary>The new value of a bit, 0 or 1.</summary>
internal sealed record SetBitRequest(int? Bit);
