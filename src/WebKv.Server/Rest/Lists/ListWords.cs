using WebKv.Engine.Lists;

namespace WebKv.Server.Rest.Lists;

/// <summary>The sides of a list as they are called in bodies and queries.</summary>
internal static class ListWords
{
    public const string Left = "left";
    public const string Right = "right";

    public static ListSide SideOf(string? word, ListSide unspecified) => word switch
    {
        Left => ListSide.Left,
        Right => ListSide.Right,
        _ => unspecified,
    };
}
