namespace WebKv.Server.Tests.Oracle;

/// <summary>
/// Lines of several clients that watch keys, change those of each other, and queue commands, some of which cannot be
/// queued and some of which fail when they run.
/// </summary>
internal sealed class RandomTransactionLines(Random random, int clients) : RandomLines(random)
{
    private int _client;

    /// <summary>The next line and who sends it; the same client mostly goes on.</summary>
    public (int Client, string[] Line) Next()
    {
        if (Below(4) == 0)
            _client = Below(clients);
        return (_client, Below(2) == 0 ? Control() : Command());
    }

    private string[] Control() => Below(16) switch
    {
        0 or 1 or 2 or 3 => ["MULTI"],
        4 or 5 or 6 or 7 => ["EXEC"],
        8 => ["DISCARD"],
        9 or 10 or 11 or 12 => ["WATCH", .. SomeKeys()],
        13 => ["UNWATCH"],
        14 => [Pick("MULTI", "EXEC", "DISCARD", "UNWATCH"), "more"],
        _ => [Pick("WATCH", "RESET", "exec", "Multi")],
    };

    private string[] Command() => Below(20) switch
    {
        0 or 1 or 2 => ["SET", Key(), Value()],
        3 => ["GET", Key()],
        4 => [Pick("INCR", "DECR"), Key()],
        5 => ["APPEND", Key(), Pick("1", "text")],
        6 => ["DEL", .. SomeKeys()],
        7 => ["PEXPIREAT", Key(), Instant(isMs: true), .. Condition()],
        8 => ["PEXPIRETIME", Key()],
        9 => ["PERSIST", Key()],
        10 => [Pick("RENAME", "RENAMENX"), Key(), Key()],
        11 => ["COPY", Key(), Key(), .. Pick<string[]>([], ["DB", Database()], ["REPLACE"])],
        12 => ["MOVE", Key(), Database()],
        13 => ["SELECT", $"{Below(2)}"],
        14 => ["MGET", .. SomeKeys()],
        15 => [Pick("EXISTS", "TOUCH"), .. SomeKeys()],
        16 => ["SET", Key(), Value(), Pick("NX", "XX", "GET", "EX")],
        17 => [Pick("NOPE", "GET", "INCRBY", "CLIENT"), .. Pick<string[]>([], ["a", Odd(), "NOPE"])],
        18 => Below(3) == 0 ? ["SWAPDB", "0", "1"] : ["OBJECT", "ENCODING", Key()],
        _ => Below(3) == 0 ? [Pick("FLUSHDB", "FLUSHALL")] : ["DBSIZE"],
    };
}
