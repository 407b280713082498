using WebKv.Engine.Commands;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>The commands on keys of any type and on whole databases, one line each.</summary>
public static class KeyCommands
{
    public static void AddTo(CommandTable table) => table
        .Add<Del, IntegerReply>()
        .Add<Unlink, IntegerReply>()
        .Add<Exists, IntegerReply>()
        .Add<Touch, IntegerReply>()
        .Add<KeyType, StatusReply>()
        .Add<Expire, IntegerReply>()
        .Add<PExpire, IntegerReply>()
        .Add<ExpireAt, IntegerReply>()
        .Add<PExpireAt, IntegerReply>()
        .Add<Ttl, IntegerReply>()
        .Add<PTtl, IntegerReply>()
        .Add<ExpireTime, IntegerReply>()
        .Add<PExpireTime, IntegerReply>()
        .Add<Persist, IntegerReply>()
        .Add<Rename, OkReply>()
        .Add<RenameNx, IntegerReply>()
        .Add<Copy, IntegerReply>()
        .Add<Move, IntegerReply>()
        .Add<RandomKey, BulkReply>()
        .Add<FindKeys, BulksReply>()
        .Add<Scan, ScanReply>()
        .Add<ObjectEncoding, BulkReply>()
        .Add<ObjectFreq, IntegerOrNullReply>()
        .Add<ObjectIdleTime, IntegerOrNullReply>()
        .Add<ObjectRefCount, IntegerOrNullReply>()
        .Add(new ObjectHelp())
        .Add<DbSize, IntegerReply>()
        .Add<FlushDb, OkReply>()
        .Add<FlushAll, OkReply>()
        .Add<SwapDb, OkReply>();
}
