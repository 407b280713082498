namespace WebKv.Engine.Lists;

/// <summary>One of the two ends of a list.</summary>
public enum ListSide
{
    /// <summary>The head, index 0.</summary>
    Left,

    /// <summary>The tail, index -1.</summary>
    Right,
}
