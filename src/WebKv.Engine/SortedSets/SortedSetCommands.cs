using WebKv.Engine.Commands;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>The commands on sorted sets, one line each.</summary>
public static class SortedSetCommands
{
    public static void AddTo(CommandTable table) => table
        .Add<BZMPop, MultiPopReply>()
        .Add<BZPopMax, MultiPopReply>()
        .Add<BZPopMin, MultiPopReply>()
        .Add<ZAdd, ZAddReply>()
        .Add<ZCard, IntegerReply>()
        .Add<ZCount, IntegerReply>()
        .Add<ZDiff, MembersReply>()
        .Add<ZDiffStore, IntegerReply>()
        .Add<ZIncrBy, DoubleReply>()
        .Add<ZInter, MembersReply>()
        .Add<ZInterCard, IntegerReply>()
        .Add<ZInterStore, IntegerReply>()
        .Add<ZLexCount, IntegerReply>()
        .Add<ZMPop, MultiPopReply>()
        .Add<ZMScore, ScoresReply>()
        .Add<ZPopMax, PopReply>()
        .Add<ZPopMin, PopReply>()
        .Add<ZRandMember, RandomMembersReply>()
        .Add<ZRange, MembersReply>()
        .Add<ZRangeByLex, MembersReply>()
        .Add<ZRangeByScore, MembersReply>()
        .Add<ZRangeStore, IntegerReply>()
        .Add<ZRank, RankReply>()
        .Add<ZRem, IntegerReply>()
        .Add<ZRemRangeByLex, IntegerReply>()
        .Add<ZRemRangeByRank, IntegerReply>()
        .Add<ZRemRangeByScore, IntegerReply>()
        .Add<ZRevRange, MembersReply>()
        .Add<ZRevRangeByLex, MembersReply>()
        .Add<ZRevRangeByScore, MembersReply>()
        .Add<ZRevRank, RankReply>()
        .Add<ZScan, ScoredScanReply>()
        .Add<ZScore, DoubleOrNullReply>()
        .Add<ZUnion, MembersReply>()
        .Add<ZUnionStore, IntegerReply>();
}
