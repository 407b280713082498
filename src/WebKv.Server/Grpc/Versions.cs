using WebKv.Engine.Execution;

namespace WebKv.Server.Grpc;

/// <summary>The offsets that responses carry.</summary>
internal static class Versions
{
    /// <summary>The offset of what the context did last; where it changed nothing, that at which it looked. Read after
    /// the command, so that it includes all that the command saw.</summary>
    public static long OffsetAfter(CommandContext context) =>
        context.LastLsn != 0 ? context.LastLsn : context.Engine.Journal.LastLsn;
}
