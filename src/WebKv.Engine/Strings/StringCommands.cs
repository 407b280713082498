using WebKv.Engine.Commands;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Strings;

/// <summary>The commands on strings, one line each.</summary>
public static class StringCommands
{
    public static void AddTo(CommandTable table) => table
        .Add<Get, BulkReply>()
        .Add<Set, SetReply>();
}
