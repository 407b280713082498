using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Lists;

/// <summary>The arguments that several list commands share.</summary>
internal static class ListArguments
{
    /// <summary>LEFT or RIGHT.</summary>
    public static Error? NextSide(ref ArgReader arguments, out ListSide side)
    {
        side = ListSide.Left;
        if (arguments.TryKeyword("LEFT"u8))
            return null;
        side = ListSide.Right;
        return arguments.TryKeyword("RIGHT"u8) ? null : CommonErrors.Syntax;
    }

    /// <summary>LEFT or RIGHT, as they are journalled.</summary>
    public static ReadOnlySpan<byte> NameOf(ListSide side) => side == ListSide.Left ? "LEFT"u8 : "RIGHT"u8;
}
