using WebKv.Engine.Commands;

namespace WebKv.Engine.Sorting;

/// <summary>The commands that sort, one line each.</summary>
public static class SortCommands
{
    public static void AddTo(CommandTable table) => table
        .Add<Sort, SortReply>()
        .Add<SortRo, SortReply>();
}
