using WebKv.Engine.Commands;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>The commands on keys of any type, one line each.</summary>
public static class KeyCommands
{
    public static void AddTo(CommandTable table) => table
        .Add<Del, IntegerReply>();
}
