using WebKv.Engine.Commands;
using WebKv.Engine.Connection;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Introspection;

/// <summary>The commands that tell about commands, time and records, one line each.</summary>
public static class IntrospectionCommands
{
    public static void AddTo(CommandTable table) => table
        .Add(new CommandAll())
        .Add(new CommandCount())
        .Add(new CommandInfos())
        .Add(new CommandDocs())
        .Add(new CommandListing())
        .Add(new CommandGetKeys())
        .Add(new ContainerHelp("command", CommandGroup.Server))
        .Add(new Time())
        .Add(new DebugSleep())
        .Add<DebugDigest, StatusReply>()
        .Add<DebugDigestValue, BulksReply>()
        .Add<DebugObject, StatusReply>()
        .Add(new ContainerHelp("debug", CommandGroup.Server));
}
