using WebKv.Engine.Commands;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Strings;

/// <summary>The commands on strings and on strings as bitmaps, one line each.</summary>
public static class StringCommands
{
    public static void AddTo(CommandTable table) => table
        .Add<Append, IntegerReply>()
        .Add<Decr, IntegerReply>()
        .Add<DecrBy, IntegerReply>()
        .Add<Get, BulkReply>()
        .Add<GetDel, BulkReply>()
        .Add<GetEx, BulkReply>()
        .Add<GetRange, BulkReply>()
        .Add<GetSet, BulkReply>()
        .Add<Incr, IntegerReply>()
        .Add<IncrBy, IntegerReply>()
        .Add<IncrByFloat, BulkReply>()
        .Add<Lcs, LcsReply>()
        .Add<MGet, BulksReply>()
        .Add<MSet, OkReply>()
        .Add<MSetNx, IntegerReply>()
        .Add<PSetEx, OkReply>()
        .Add<Set, SetReply>()
        .Add<SetEx, OkReply>()
        .Add<SetNx, IntegerReply>()
        .Add<SetRange, IntegerReply>()
        .Add<StrLen, IntegerReply>()
        .Add<Substr, BulkReply>()
        .Add<BitCount, BitCountReply>()
        .Add<BitField, IntegersOrNullReply>()
        .Add<BitFieldRo, IntegersOrNullReply>()
        .Add<BitOp, IntegerReply>()
        .Add<BitPos, BitPositionReply>()
        .Add<GetBit, IntegerReply>()
        .Add<SetBit, IntegerReply>();
}
