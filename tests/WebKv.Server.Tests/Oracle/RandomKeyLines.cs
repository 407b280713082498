namespace WebKv.Server.Tests.Oracle;

/// <summary>Lines of the commands on keys and databases, on strings of every encoding; one in ten is wrong.</summary>
internal sealed class RandomKeyLines(Random random) : RandomLines(random)
{
    private static readonly string[] Patterns = ["*", "?", "[ab]", "[^a]", "{a}*", "e*", "\\a", "", "*d", "[a-c]"];

    public string[] Next()
    {
        string[] line = Right();
        return Below(20) switch
        {
            0 when line.Length > 1 => line[..^1],
            // Redis looks at the number of a database while it still reads the line; WebKv tells bad syntax first.
            1 when line[0] != "COPY" => [.. line, "more"],
            _ => line,
        };
    }

    private string[] Right() => Below(24) switch
    {
        0 or 1 or 2 => ["SET", Key(), Value()],
        3 => ["SET", Key(), Value(), "PX", Duration(isMs: true)],
        4 => ["APPEND", Key(), Pick("1", "text")],
        5 => ["INCR", Key()],
        6 => [Pick("DEL", "UNLINK", "EXISTS", "TOUCH"), .. SomeKeys()],
        7 => ["TYPE", Key()],
        8 or 9 => Expire(Pick("EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT")),
        10 or 11 => [Pick("TTL", "PTTL", "EXPIRETIME", "PEXPIRETIME"), Key()],
        12 => ["PERSIST", Key()],
        13 => [Pick("RENAME", "RENAMENX"), Key(), Key()],
        14 => ["COPY", Key(), Key(), .. Pick<string[]>([], ["REPLACE"], ["replace"], ["DB", Database()],
            ["DB", Database(), "REPLACE"], ["REPLACE", "DB", Database()])],
        15 => ["MOVE", Key(), Database()],
        16 => ["SWAPDB", Database(), Database()],
        17 => ["SELECT", Database()],
        18 => ["OBJECT", Pick("ENCODING", "ENCODING", "REFCOUNT", "IDLETIME"), Key()],
        19 => ["RANDOMKEY"],
        20 => ["SCAN", "0", .. Pick<string[]>([], ["COUNT", "1"], ["MATCH", Pick(Patterns)], ["TYPE", "string"],
            ["TYPE", "hash"], ["COUNT", Odd()], ["COUNT", "0"])],
        21 => ["KEYS", Pick(Patterns)],
        22 => ["DBSIZE"],
        _ => Below(4) == 0 ? [Pick("FLUSHDB", "FLUSHALL"), .. Pick<string[]>([], ["SYNC"])] : ["GET", Key()],
    };

    private string[] Expire(string command)
    {
        bool isMs = command[0] == 'P';
        string time = command.EndsWith("AT", StringComparison.Ordinal) ? Instant(isMs) : Duration(isMs);
        return [command, Key(), Below(8) == 0 ? Odd() : time, .. Condition()];
    }
}
