using WebKv.Engine.Commands;
using WebKv.Engine.Replies;

namespace WebKv.Engine.HyperLogLog;

/// <summary>The commands on HyperLogLogs, one line each.</summary>
public static class HyperLogLogCommands
{
    public static void AddTo(CommandTable table) => table
        .Add<PfAdd, IntegerReply>()
        .Add<PfCount, IntegerReply>()
        .Add<PfMerge, OkReply>();
}
