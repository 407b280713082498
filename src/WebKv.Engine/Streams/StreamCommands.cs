using WebKv.Engine.Commands;
using WebKv.Engine.Connection;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Streams;

/// <summary>The commands on streams, one line each.</summary>
public static class StreamCommands
{
    public static void AddTo(CommandTable table) => table
        .Add<XAck, IntegerReply>()
        .Add<XAdd, StreamIdReply>()
        .Add<XAutoClaim, AutoClaimReply>()
        .Add<XClaim, EntriesReply>()
        .Add<XDel, IntegerReply>()
        .Add<XGroupCreate, OkReply>()
        .Add<XGroupCreateConsumer, IntegerReply>()
        .Add<XGroupDelConsumer, ConsumerRemovedReply>()
        .Add<XGroupDestroy, IntegerReply>()
        .Add(new ContainerHelp("xgroup", CommandGroup.Stream))
        .Add<XGroupSetId, OkReply>()
        .Add<XInfoConsumers, ConsumerInfosReply>()
        .Add<XInfoGroups, GroupInfosReply>()
        .Add(new ContainerHelp("xinfo", CommandGroup.Stream))
        .Add<XInfoStream, StreamInfoReply>()
        .Add<XLen, IntegerReply>()
        .Add<XPending, PendingReply>()
        .Add<XRange, EntriesReply>()
        .Add<XRead, StreamsReply>()
        .Add<XReadGroup, StreamsReply>()
        .Add<XRevRange, EntriesReply>()
        .Add<XSetId, OkReply>()
        .Add<XTrim, IntegerReply>();
}
