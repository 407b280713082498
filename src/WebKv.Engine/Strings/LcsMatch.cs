namespace WebKv.Engine.Strings;

/// <summary>A part that two strings have in common.</summary>
/// <param name="First">Where it begins in the first string.</param>
/// <param name="Second">Where it begins in the second string.</param>
/// <param name="Length">Its bytes.</param>
public readonly record struct LcsMatch(int First, int Second, int Length);
