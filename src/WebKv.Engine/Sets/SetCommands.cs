using WebKv.Engine.Commands;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Sets;

/// <summary>The commands on sets, one line each.</summary>
public static class SetCommands
{
    public static void AddTo(CommandTable table) => table
        .Add<SAdd, IntegerReply>()
        .Add<SCard, IntegerReply>()
        .Add<SDiff, BulksReply>()
        .Add<SDiffStore, IntegerReply>()
        .Add<SInter, BulksReply>()
        .Add<SInterCard, IntegerReply>()
        .Add<SInterStore, IntegerReply>()
        .Add<SIsMember, IntegerReply>()
        .Add<SMembers, BulksReply>()
        .Add<SMIsMember, IntegersReply>()
        .Add<SMove, IntegerReply>()
        .Add<SPop, MembersReply>()
        .Add<SRandMember, MembersReply>()
        .Add<SRem, IntegerReply>()
        .Add<SScan, ScanReply>()
        .Add<SUnion, BulksReply>()
        .Add<SUnionStore, IntegerReply>();
}
