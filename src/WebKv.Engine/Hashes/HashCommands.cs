using WebKv.Engine.Commands;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>The commands on hashes, one line each.</summary>
public static class HashCommands
{
    public static void AddTo(CommandTable table) => table
        .Add<HSet, IntegerReply>()
        .Add<HSetNx, IntegerReply>()
        .Add<HMSet, OkReply>()
        .Add<HSetEx, FieldsSetReply>()
        .Add<HGet, BulkReply>()
        .Add<HMGet, BulksReply>()
        .Add<HGetAll, PairsReply>()
        .Add<HGetDel, BulksReply>()
        .Add<HGetEx, BulksReply>()
        .Add<HDel, IntegerReply>()
        .Add<HLen, IntegerReply>()
        .Add<HExists, IntegerReply>()
        .Add<HStrLen, IntegerReply>()
        .Add<HKeys, BulksReply>()
        .Add<HVals, BulksReply>()
        .Add<HIncrBy, IntegerReply>()
        .Add<HIncrByFloat, BulkReply>()
        .Add<HScan, ScanReply>()
        .Add<HRandField, RandomFieldsReply>()
        .Add<HExpire, IntegersReply>()
        .Add<HPExpire, IntegersReply>()
        .Add<HExpireAt, IntegersReply>()
        .Add<HPExpireAt, IntegersReply>()
        .Add<HTtl, IntegersReply>()
        .Add<HPTtl, IntegersReply>()
        .Add<HExpireTime, IntegersReply>()
        .Add<HPExpireTime, IntegersReply>()
        .Add<HPersist, IntegersReply>();
}
