namespace WebKv.Engine.Streams;

/// <summary>Why somebody who follows a stream does not get what comes right behind their position.</summary>
public enum TailGap
{
    None,

    /// <summary>Entries above the position were trimmed.</summary>
    Trimmed,

    /// <summary>The ids have begun anew below the position: the stream was deleted and created again.</summary>
    Reset,
}
