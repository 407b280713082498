namespace WebKv.Server.Rest.Lists;

/// <summary>The part of a list that stays. Negative indexes count from the right.</summary>
/// <param name="Start">Index of the first element that stays.</param>
/// <param name="Stop">Index of the last element that stays.</param>
internal sealed record TrimListRequest(long? Start, long? Stop);
