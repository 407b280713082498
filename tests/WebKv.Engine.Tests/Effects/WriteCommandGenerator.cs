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
            ["lpush"] = () => [ListKey(), .. Values()],
            ["rpush"] = () => [ListKey(), .. Values()],
            ["lpushx"] = () => [ListKey(), .. Values()],
            ["rpushx"] = () => [ListKey(), .. Values()],
            ["lpop"] = () => [ListKey(), .. Maybe(Number(0, 4))],
            ["rpop"] = () => [ListKey(), .. Maybe(Number(0, 4))],
            ["lset"] = () => [ListKey(), Number(-9, 9), Value()],
            ["linsert"] = () => [ListKey(), Pick("BEFORE", "AFTER"), Element(), Element()],
            ["lrem"] = () => [ListKey(), Number(-2, 3), Element()],
            ["ltrim"] = () => [ListKey(), Number(-3, 2), Number(-2, 40)],
            ["lmove"] = () => [ListKey(), ListKey(), Pick("LEFT", "RIGHT"), Pick("LEFT", "RIGHT")],
            ["rpoplpush"] = () => [ListKey(), ListKey()],
            ["lmpop"] = () => ["2", ListKey(), ListKey(), Pick("LEFT", "RIGHT"), .. Maybe("COUNT 3")],
            ["blpop"] = () => [ListKey(), ListKey(), "1"],
            ["brpop"] = () => [ListKey(), ListKey(), "1"],
            ["blmpop"] = () => ["1", "2", ListKey(), ListKey(), Pick("LEFT", "RIGHT"), .. Maybe("COUNT 3")],
            ["blmove"] = () => [ListKey(), ListKey(), Pick("LEFT", "RIGHT"), Pick("LEFT", "RIGHT"), "1"],
            ["brpoplpush"] = () => [ListKey(), ListKey(), "1"],
            ["del"] = Keys,
            ["unlink"] = Keys,
            ["expire"] = () => [Key(), Number(-1, 5), .. ExpireOptions()],
            ["pexpire"] = () => [Key(), Number(-1, 5_000), .. ExpireOptions()],
            ["expireat"] = () => [Key(), (Soon() / 1_000).ToString(CultureInfo.InvariantCulture), .. ExpireOptions()],
            ["pexpireat"] = () => [Key(), Soon().ToString(CultureInfo.InvariantCulture), .. ExpireOptions()],
            ["persist"] = () => [Key()],
            ["rename"] = () => [Key(), Key()],
            ["renamenx"] = () => [Key(), Key()],
            ["copy"] = () => [Key(), Key(), .. Maybe($"DB {Database()}"), .. Maybe("REPLACE")],
            ["move"] = () => [Key(), Database()],
            ["flushdb"] = () => Seldom(Pick("", "ASYNC", "SYNC")),
            ["flushall"] = () => Seldom(Pick("", "ASYNC", "SYNC")),
            ["swapdb"] = () => [Database(), Database()],
        };
    }

    public bool Knows(string command) => _arguments.ContainsKey(command);

    /// <summary>A random line of this command.</summary>
    public string[] Line(string command) => [.. command.Split('|'), .. _arguments[command]()];

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

    private string Element() => Number(0, 8);

    private string[] Values() =>
        [.. Enumerable.Range(0, _random.Next(1, 8)).Select(_ => _random.Next(3) == 0 ? Value() : Element())];

    private string[] BitOperation() => _random.Next(3) == 0
        ? ["NOT", Key(), Key()]
        : [Pick("AND", "OR", "XOR"), Key(), .. Keys()];

    private string[] Maybe(string words) => _random.Next(2) == 0 ? words.Split(' ') : [];

    private string Pick(params ReadOnlySpan<string> words) => words[_random.Next(words.Length)];

    private string Key() => _random.Next(12) switch
    {
        0 => "",
        1 => new string('k', 70_000),
        2 => "\u00ff\0\r\n{tag}",
        _ => $"key:{_random.Next(12)}",
    };

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
