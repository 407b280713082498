namespace WebKv.Engine.Streams;

/// <summary>Ways to begin to follow a stream.</summary>
public enum TailStartKind
{
    /// <summary>With the next new entry.</summary>
    New,

    /// <summary>Above an id, which may lie ahead of the stream; 0 for all that there is.</summary>
    After,

    /// <summary>Above an id that the reader has had from this stream: if the stream's ids are all below it now, they
    /// have begun anew.</summary>
    Resumed,
}
