using WebKv.Engine.Commands;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>The commands about lists, one line each.</summary>
public static class ListCommands
{
    public static void AddTo(CommandTable table) => table
        .Add<LPush, IntegerReply>()
        .Add<RPush, IntegerReply>()
        .Add<LPushX, IntegerReply>()
        .Add<RPushX, IntegerReply>()
        .Add<LPop, PoppedReply>()
        .Add<RPop, PoppedReply>()
        .Add<LLen, IntegerReply>()
        .Add<LRange, BulksReply>()
        .Add<LIndex, BulkReply>()
        .Add<LSet, OkReply>()
        .Add<LInsert, IntegerReply>()
        .Add<LRem, IntegerReply>()
        .Add<LTrim, OkReply>()
        .Add<LMove, BulkReply>()
        .Add<RPopLPush, BulkReply>()
        .Add<LPos, PositionsReply>()
        .Add<LMPop, KeyedPopReply>()
        .Add<BLPop, KeyedPopReply>()
        .Add<BRPop, KeyedPopReply>()
        .Add<BLMPop, KeyedPopReply>()
        .Add<BLMove, BulkReply>()
        .Add<BRPopLPush, BulkReply>();
}
