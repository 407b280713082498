namespace WebKv.Engine.Lists;

/// <summary>An end of a list: LEFT is the head, with index 0, RIGHT the tail.</summary>
public enum ListSide
{
    Left,
    Right,
}
