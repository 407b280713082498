using System.Globalization;

namespace WebKv.Engine.Tests.Strings;

/// <summary>Command lines on a few keys, so that the commands meet each other's values; most are valid.</summary>
internal sealed class RandomStringLines(Random random, string[] keys)
{
    private static readonly string[] OddIntegers =
        ["9223372036854775807", "-9223372036854775808", "9223372036854775808", "01", "", "x", "1.5", "-0"];

    public string[] Next() => random.Next(24) switch
    {
        0 => ["SET", Key(), Value()],
        1 => ["SET", Key(), Integer(), "EX", "1000"],
        2 => ["SET", Key(), Value(), Pick("NX", "XX"), "GET"],
        3 => ["SETNX", Key(), Value()],
        4 => [Pick("SETEX", "PSETEX"), Key(), Pick("100000", "0", "-5", "x", "9223372036854775807"), Value()],
        5 => ["GETSET", Key(), Integer()],
        6 => ["GETDEL", Key()],
        7 => ["GETEX", Key(), .. Pick<string[]>([], ["PERSIST"], ["EX", "1000"], ["PXAT", "1"], ["KEEPTTL"])],
        8 => ["MGET", Key(), Key(), Key()],
        9 => [Pick("MSET", "MSETNX"), Key(), Value(), Key(), Integer(), .. Pick<string[]>([], ["odd"])],
        10 => ["APPEND", Key(), Value()],
        11 => ["STRLEN", Key()],
        12 => [Pick("INCR", "DECR"), Key()],
        13 => [Pick("INCRBY", "DECRBY"), Key(), Integer()],
        14 => ["SET", FloatKey(), Decimal()],
        15 => ["INCRBYFLOAT", FloatKey(), Decimal()],
        16 => [Pick("GETRANGE", "SUBSTR"), Key(), Position(), Pick("-1", $"{random.Next(60)}")],
        17 => ["SETRANGE", Key(), Pick($"{random.Next(60)}", "-1", "536870912", "20000"), Value()],
        18 => ["SETBIT", Key(), Pick($"{random.Next(500)}", "-1", "4294967296"), Pick("0", "1", "1", "2")],
        19 => ["GETBIT", Key(), Pick($"{random.Next(500)}", "4294967295", "x")],
        20 => ["BITCOUNT", Key(), .. Pick<string[]>([], [Position(), Position()], [Position(), Position(), Unit()])],
        21 => ["BITPOS", Key(), Pick("0", "1"), .. Pick<string[]>([], [Position()], [Position(), Position()])],
        22 => ["BITPOS", Key(), Pick("0", "1"), Position(), Position(), Unit()],
        _ => ["BITOP", Pick("AND", "OR", "XOR", "NOT"), Key(), Key(), .. Pick<string[]>([], [Key()], [Key(), Key()])],
    };

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string Key() => Pick(keys);

    private string Unit() => Pick("BYTE", "BIT", "bit");

    private string Position() => $"{random.Next(-70, 70) * Pick(1, 1, 8)}";

    private string Integer() => random.Next(6) == 0 ? Pick(OddIntegers) : $"{random.Next(-1000, 1000)}";

    // Eighths, in keys of their own: Redis shows the binary error of other numbers, which a decimal does not have.
    private string FloatKey() => Pick("float1", "float2");

    private string Decimal() => random.Next(4) == 0
        ? Pick("inf", "nan", "1e3", "2.5e-1", " 1", "x", "")
        : (random.Next(-8000, 8000) / 8.0).ToString(CultureInfo.InvariantCulture);

    private string Value() => random.Next(8) switch
    {
        0 => "",
        1 => Integer(),
        2 => new string((char)random.Next(256), random.Next(200)),
        3 => new string((char)random.Next(256), 20_000),
        4 => new string('\u00ff', random.Next(20)),
        _ => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(256))),
    };
}
