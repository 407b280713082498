using WebKv.Engine.Commands;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>The commands on lists, one line each.</summary>
public static class ListCommands
{
    public static void AddTo(CommandTable table) => table
        .Add<LIndex, BulkReply>()
        .Add<LInsert, IntegerReply>()
        .Add<LLen, IntegerReply>()
        .Add<LMove, BulkReply>()
        .Add<LMPop, LMPopReply>()
        .Add<LPop, ListPopReply>()
        .Add<LPos, LPosReply>()
        .Add<LPush, IntegerReply>()
        .Add<LPushX, IntegerReply>()
        .Add<LRange, BulksReply>()
        .Add<LRem, IntegerReply>()
        .Add<LSet, OkReply>()
        .Add<LTrim, OkReply>()
        .Add<RPop, ListPopReply>()
        .Add<RPopLPush, BulkReply>()
        .Add<RPush, IntegerReply>()
        .Add<RPushX, IntegerReply>();
}
