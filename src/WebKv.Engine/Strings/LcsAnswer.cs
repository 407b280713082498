namespace WebKv.Engine.Strings;

/// <summary>What LCS tells about a subsequence.</summary>
public enum LcsAnswer
{
    /// <summary>The subsequence itself.</summary>
    Text,

    /// <summary>LEN: its length.</summary>
    Length,

    /// <summary>IDX: where its contiguous parts lie in both strings, the last one first.</summary>
    Matches,
}
