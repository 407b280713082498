using System.Globalization;

namespace WebKv.Engine.Tests.Effects;

/// <summary>
/// Draws random command lines, of every command that writes, over few keys: so they meet each other's values.
/// </summary>
/// <remarks>Lines that fail (wrong type, not a number, no such key) are as welcome as others: a failure must leave no
/// effect. A new write command needs one line in the constructor; the test says so.</remarks>
internal sealed class WriteCommandGenerator
{
    public const int Databases = 4;

    private readonly Random _random;
    private readonly Func<long> _nowMs;
    private readonly Dictionary<string, Func<string[]>> _arguments;

    public WriteCommandGenerator(Random random, Func<long> nowMs)
    {
        _random = random;
        _nowMs = nowMs;
        _arguments = new Dictionary<string, Func<string[]>>
        {
            ["set"] = () => [Key(), Value(), .. SetOptions()],
            ["setnx"] = () => [Key(), Value()],
            ["setex"] = () => [Key(), Number(-1, 5), Value()],
            ["psetex"] = () => [Key(), Number(-1, 5_000), Value()],
            ["getset"] = () => [Key(), Value()],
            ["getdel"] = () => [Key()],
            ["getex"] = () => [Key(), .. Maybe(Pick("PERSIST", "EX 2", "PX 900", "EXAT 1", $"PXAT {Soon()}"))],
            ["mset"] = () => Pairs(),
            ["msetnx"] = () => Pairs(),
            ["append"] = () => [Key(), Value()],
            ["incr"] = () => [Key()],
            ["decr"] = () => [Key()],
            ["incrby"] = () => [Key(), Integer()],
            ["decrby"] = () => [Key(), Integer()],
            ["incrbyfloat"] = () => [Key(), Pick("0.1", "-2.5", "1e3", "3", "1e300", "bogus")],
            ["setrange"] = () => [Key(), Number(-1, 20_000), Value()],
            ["setbit"] = () => [Key(), Number(-1, 200_000), Pick("0", "1", "2")],
            ["bitop"] = () => [.. BitOperation()],
            ["sort"] = () => [Key(), .. Maybe("ALPHA"), .. Maybe("BY key:*"), .. Maybe("DESC"), "STORE", Key()],
            ["del"] = Keys,
            ["unlink"] = Keys,
            ["expire"] = () => [Key(), Number(-1, 5), .. ExpireOptions()],
            ["pexpire"] = () => [Key(), Number(-1, 5_000), .. ExpireOptions()],
            ["expireat"] = () => [Key(), (Soon() / 1_000).ToString(CultureInfo.InvariantCulture), .. ExpireOptions()],
            ["pexpireat"] = () => [Key(), Soon().ToString(CultureInfo.InvariantCulture), .. ExpireOptions()],
            ["persist"] = () => [Key()],
            ["rename"] = () => [AnyKey(), AnyKey()],
            ["renamenx"] = () => [AnyKey(), AnyKey()],
            ["copy"] = () => [AnyKey(), AnyKey(), .. Maybe($"DB {Database()}"), .. Maybe("REPLACE")],
            ["move"] = () => [AnyKey(), Database()],
            ["flushdb"] = () => Seldom(Pick("", "ASYNC", "SYNC")),
            ["flushall"] = () => Seldom(Pick("", "ASYNC", "SYNC")),
            ["swapdb"] = () => [Database(), Database()],
        };
        AddLists();
        AddSortedSets();
        AddSets();
        AddHashes();
        foreach ((string command, Func<string[]> arguments) in new StreamWriteLines(random, nowMs).All)
            _arguments.Add(command, arguments);
    }

    public bool Knows(string command) => _arguments.ContainsKey(command);

    /// <summary>A random line of this command.</summary>
    public string[] Line(string command) => [.. command.Split('|'), .. _arguments[command]()];

    private void AddLists()
    {
        _arguments["lpush"] = () => [ListKey(), .. Values()];
        _arguments["rpush"] = () => [ListKey(), .. Values()];
        _arguments["lpushx"] = () => [ListKey(), .. Values()];
        _arguments["rpushx"] = () => [ListKey(), .. Values()];
        _arguments["lpop"] = () => [ListKey(), .. Maybe(Number(0, 4))];
        _arguments["rpop"] = () => [ListKey(), .. Maybe(Number(0, 4))];
        _arguments["lset"] = () => [ListKey(), Number(-9, 9), Value()];
        _arguments["linsert"] = () => [ListKey(), Pick("BEFORE", "AFTER"), Element(), Element()];
        _arguments["lrem"] = () => [ListKey(), Number(-2, 3), Element()];
        _arguments["ltrim"] = () => [ListKey(), Number(-3, 2), Number(-2, 40)];
        _arguments["lmove"] = () => [ListKey(), ListKey(), Pick("LEFT", "RIGHT"), Pick("LEFT", "RIGHT")];
        _arguments["rpoplpush"] = () => [ListKey(), ListKey()];
        _arguments["lmpop"] = () => ["2", ListKey(), ListKey(), Pick("LEFT", "RIGHT"), .. Maybe("COUNT 3")];
        _arguments["blpop"] = () => [ListKey(), ListKey(), "1"];
        _arguments["brpop"] = () => [ListKey(), ListKey(), "1"];
        _arguments["blmpop"] = () => ["1", "2", ListKey(), ListKey(), Pick("LEFT", "RIGHT"), .. Maybe("COUNT 3")];
        _arguments["blmove"] = () => [ListKey(), ListKey(), Pick("LEFT", "RIGHT"), Pick("LEFT", "RIGHT"), "1"];
        _arguments["brpoplpush"] = () => [ListKey(), ListKey(), "1"];
    }

    private void AddSortedSets()
    {
        _arguments["zadd"] = () => [SortedKey(), .. ScoreWords(), .. Scores()];
        _arguments["zincrby"] = () => [SortedKey(), Score(), Member()];
        _arguments["zrem"] = () => [SortedKey(), Member(), Member(), Member()];
        _arguments["zremrangebyrank"] = () => [SortedKey(), Number(-3, 9), Number(-3, 9)];
        _arguments["zremrangebyscore"] = () => [SortedKey(), Score(), Score()];
        _arguments["zremrangebylex"] = () => [SortedKey(), $"[{Member()}", $"({Member()}"];
        _arguments["zpopmin"] = () => [SortedKey(), .. Maybe(Number(0, 9))];
        _arguments["zpopmax"] = () => [SortedKey(), .. Maybe(Number(0, 9))];
        _arguments["zmpop"] = () => ["2", SortedKey(), SortedKey(), Pick("MIN", "MAX"), .. Maybe("COUNT 3")];
        _arguments["bzpopmin"] = () => [SortedKey(), SortedKey(), "1"];
        _arguments["bzpopmax"] = () => [SortedKey(), SortedKey(), "1"];
        _arguments["bzmpop"] = () => ["1", "2", SortedKey(), SortedKey(), Pick("MIN", "MAX"), .. Maybe("COUNT 3")];
        _arguments["zrangestore"] = () => [Key(), SortedKey(), .. StoredRange()];
        _arguments["zunionstore"] = () => [Key(), "3", SortedKey(), SortedKey(), SetKey(), .. Combined()];
        _arguments["zinterstore"] = () =>
            [Key(), "2", SortedKey(), Pick(SortedKey(), SetKey()), .. Maybe("WEIGHTS 0.1 -3")];
        _arguments["zdiffstore"] = () => [SortedKey(), "2", SortedKey(), SortedKey()];
        _arguments["geoadd"] = () => [SortedKey(), .. Maybe("CH"), Number(-200, 200), Number(-80, 80), Member()];
        _arguments["geosearchstore"] = () =>
            [Key(), SortedKey(), "FROMMEMBER", Member(), "BYRADIUS", Number(0, 9000), "km", .. Maybe("STOREDIST")];
    }

    private void AddSets()
    {
        _arguments["pfadd"] = () => [HllKey(), .. Members()];
        _arguments["pfmerge"] = () => [HllKey(), HllKey(), .. Maybe(HllKey())];
        _arguments["sadd"] = () => [SetKey(), .. Members()];
        _arguments["srem"] = () => [SetKey(), .. Members()];
        _arguments["spop"] = () => [SetKey(), .. Maybe(Number(-1, 5))];
        _arguments["smove"] = () => [SetKey(), SetKey(), .. Members()[..1]];
        _arguments["sunionstore"] = () => [SetKey(), SetKey(), .. Maybe(SetKey())];
        _arguments["sinterstore"] = () => [SetKey(), SetKey(), .. Maybe(SetKey())];
        _arguments["sdiffstore"] = () => [SetKey(), SetKey(), .. Maybe(SetKey())];
    }

    private void AddHashes()
    {
        _arguments["hset"] = () => [HashKey(), .. FieldPairs()];
        _arguments["hmset"] = () => [HashKey(), .. FieldPairs()];
        _arguments["hsetnx"] = () => [HashKey(), Field(), Value()];
        _arguments["hsetex"] = () =>
            [HashKey(), .. SetFieldOptions(), "FIELDS", "2", Field(), Value(), Field(), Value()];
        _arguments["hdel"] = () => [HashKey(), Field(), Field()];
        _arguments["hincrby"] = () => [HashKey(), Field(), Integer()];
        _arguments["hincrbyfloat"] = () => [HashKey(), Field(), Pick("0.1", "-2.5", "1e3", "3", "1e300", "bogus")];
        _arguments["hexpire"] = () => [HashKey(), Number(-1, 5), .. ExpireOptions(), .. ThreeFields()];
        _arguments["hpexpire"] = () => [HashKey(), Number(-1, 5_000), .. ExpireOptions(), .. ThreeFields()];
        _arguments["hexpireat"] = () => [HashKey(), $"{Soon() / 1_000}", .. ExpireOptions(), .. ThreeFields()];
        _arguments["hpexpireat"] = () => [HashKey(), $"{Soon()}", .. ExpireOptions(), .. ThreeFields()];
        _arguments["hpersist"] = () => [HashKey(), .. ThreeFields()];
        _arguments["hgetdel"] = () => [HashKey(), .. ThreeFields()];
        _arguments["hgetex"] = () =>
            [HashKey(), .. Maybe(Pick("PERSIST", "EX 2", "PX 900", "EXAT 1", $"PXAT {Soon()}")), .. ThreeFields()];
    }

    // A flush ends all that has built up, so most of them are lines that fail.
    private string[] Seldom(string option)
    {
        if (_random.Next(20) != 0)
            return ["NOT-NOW"];
        return option.Length == 0 ? [] : [option];
    }

    private string[] SetOptions() => _random.Next(3) == 0
        ? [.. Maybe(Pick("NX", "XX")), .. Maybe("GET"), .. Maybe(Pick("EX 3", "PX 1500", $"PXAT {Soon()}", "KEEPTTL"))]
        : [];

    private string[] ExpireOptions() => _random.Next(3) == 0 ? [Pick("NX", "XX", "GT", "LT")] : [];

    private string[] Pairs() =>
        [.. Enumerable.Range(0, _random.Next(1, 6)).SelectMany(_ => (string[])[Key(), Value()])];

    private string[] Keys() => [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Key())];

    // Now and then a key of other commands, which then hold the wrong type for one another.
    private string ListKey() => _random.Next(20) == 0 ? Key() : $"list:{_random.Next(4)}";

    private string AnyKey() => _random.Next(2) == 0 ? Key() : HashKey();

    private string HashKey() => _random.Next(20) == 0 ? Key() : $"hash:{_random.Next(4)}";

    private string Field() => _random.Next(20) == 0 ? Value() : $"f{_random.Next(12)}";

    private string[] FieldPairs() =>
        [.. Enumerable.Range(0, _random.Next(1, 6)).SelectMany(_ => (string[])[Field(), Value()])];

    private string[] ThreeFields() => ["FIELDS", "3", Field(), Field(), Field()];

    private string[] SetFieldOptions() =>
        [.. Maybe(Pick("FNX", "FXX")), .. Maybe(Pick("EX 3", "PX 1500", $"PXAT {Soon()}", "KEEPTTL"))];

    private string Element() => Number(0, 8);

    private string[] Values() =>
        [.. Enumerable.Range(0, _random.Next(1, 8)).Select(_ => _random.Next(3) == 0 ? Value() : Element())];

    private string[] Members() => [.. Enumerable.Range(0, _random.Next(1, 30)).Select(_ => Value())];

    private string HllKey() => _random.Next(20) == 0 ? Key() : $"hll:{_random.Next(4)}";

    private string SetKey() => _random.Next(20) == 0 ? Key() : $"set:{_random.Next(4)}";

    private string[] BitOperation() => _random.Next(3) == 0
        ? ["NOT", Key(), Key()]
        : [Pick("AND", "OR", "XOR"), Key(), .. Keys()];

    private string[] ScoreWords() =>
        _random.Next(3) == 0 ? [.. Maybe(Pick("NX", "XX", "GT", "LT")), .. Maybe("CH")] : [];

    private string[] Scores() =>
        [.. Enumerable.Range(0, _random.Next(1, 20)).SelectMany(_ => (string[])[Score(), Member()])];

    private string[] Combined() =>
        [.. Maybe("WEIGHTS 0.1 2 inf"), .. Maybe($"AGGREGATE {Pick("SUM", "MIN", "MAX")}")];

    private string[] StoredRange() => _random.Next(3) switch
    {
        0 => [Number(-9, 9), Number(-9, 9), .. Maybe("REV")],
        1 => [Pick("(", "") + Number(-9, 9), "+inf", "BYSCORE", .. Maybe("LIMIT 1 5")],
        _ => ["+", $"[{Member()}", "BYLEX", "REV", .. Maybe("LIMIT 1 -1")],
    };

    private string[] Maybe(string words) => _random.Next(2) == 0 ? words.Split(' ') : [];

    private string Pick(params ReadOnlySpan<string> words) => words[_random.Next(words.Length)];

    private string Key() => _random.Next(12) switch
    {
        0 => "",
        1 => new string('k', 70_000),
        2 => "\u00ff\0\r\n{tag}",
        _ => $"key:{_random.Next(12)}",
    };

    // Few, so that they grow big.
    private string SortedKey() => _random.Next(10) == 0 ? Key() : $"sorted:{_random.Next(4)}";

    private string Score() => Pick("0.1", "-2.5", "1e300", "inf", "-inf", "-0", "bogus", Number(-9, 9), Number(-9, 9));

    private string Member() => _random.Next(30) == 0 ? Bytes(_random.Next(300)) : Number(0, 300);

    private string Value() => _random.Next(10) switch
    {
        0 => "",
        1 => Bytes(_random.Next(16_000, 40_000)),
        2 => Bytes(_random.Next(400)),
        3 => Pick("0.5", "-1e3", "9223372036854775807"),
        _ => Integer(),
    };

    private string Integer() => _random.Next(20) == 0
        ? _random.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture)
        : Number(-1_000, 1_000);

    private string Bytes(int length) => string.Create(length, _random, static (text, random) =>
    {
        for (int i = 0; i < text.Length; i++)
            text[i] = (char)random.Next(256);
    });

    private string Number(int from, int to) => _random.Next(from, to).ToString(CultureInfo.InvariantCulture);

    private string Database() => Number(0, Databases);

    // Past as often as not: both sides of the border are traps.
    private long Soon() => _nowMs() + _random.Next(-2_000, 4_000);
}
