namespace WebKv.Engine.Execution;

public enum PreconditionKind
{
    /// <summary>The key exists (If-Match: *).</summary>
    Exists,

    /// <summary>The key does not exist (If-None-Match: *).</summary>
    Absent,

    /// <summary>The key exists and its ETag is one of those given (If-Match).</summary>
    EtagIn,

    /// <summary>The key does not exist, or its ETag is none of those given (If-None-Match).</summary>
    EtagNotIn,

    /// <summary>The key holds a string of exactly this content.</summary>
    ContentEquals,

    /// <summary>The negation of <see cref="ContentEquals"/>.</summary>
    ContentDiffers,
}
