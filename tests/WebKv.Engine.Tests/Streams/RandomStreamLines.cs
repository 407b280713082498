using System.Globalization;

namespace WebKv.Engine.Tests.Streams;

/// <summary>
/// Command lines on a few streams with groups, and one string; most are valid. Ids are small, so that they meet.
/// </summary>
/// <remarks>
/// Left out is what changed in Redis after 7.0: "+" of XREAD, consumers that come to be though they get nothing, and
/// counts of entries read where entries were deleted: no entry of "whole" is ever deleted but by trimming. So are lines
/// with two faults, of which we tell that of the line before that of the key.
/// </remarks>
internal sealed class RandomStreamLines(Random random)
{
    public static readonly string[] Keys = ["a", "b", "whole"];
    public static readonly string[] Groups = ["g1", "g2"];
    public static readonly string[] Consumers = ["alice", "bob", "eve"];

    private static readonly string[] OddIds =
        ["", "x", "1-", "-1", "1-x", "1-2-3", "18446744073709551615-18446744073709551615", "99999999999999999999"];

    private readonly Queue<string[]> _next = new();

    public string[] Next()
    {
        if (_next.TryDequeue(out string[]? line))
            return line;
        return random.Next(40) switch
        {
            < 9 => ["XADD", Key(), .. AddOptions(), NewId(), .. Fields()],
            9 => ["XLEN", Key()],
            10 or 11 => ["XRANGE", Key(), Bound("-"), Bound("+"), .. Count()],
            12 or 13 => ["XREVRANGE", Key(), Bound("+"), Bound("-"), .. Count()],
            14 => ["XDEL", Pick("a", "b", "string", "missing"), .. Ids()],
            15 => ["XTRIM", Key(), .. Trim()],
            16 => ["XSETID", Pick("a", "b"), $"{random.Next(40)}-{random.Next(3)}", .. SetIdOptions()],
            17 or 18 => ["XREAD", .. Count(), "STREAMS", Key(), Key(), Pick(GoodId(), "$"), Pick(GoodId(), "$")],
            < 25 => ReadGroup(),
            25 or 26 => ["XACK", Key(), Group(), .. Ids()],
            27 => ["XPENDING", Key(), Group()],
            28 or 29 => ["XCLAIM", Key(), Group(), Consumer(), "0", .. GoodIds(), .. ClaimOptions()],
            30 => ["XAUTOCLAIM", Key(), Group(), Consumer(), "0", Id(), .. AutoClaimOptions()],
            31 or 32 => CreateGroup(),
            33 => random.Next(4) == 0 ? ["XGROUP", "DESTROY", Key(), Group()] : DeleteConsumer(),
            34 => ["XGROUP", "SETID", Key(), Group(), Pick(GoodId(), "$"), .. EntriesRead()],
            35 or 36 => ["XRANGE", Pick("a", "b"), "-", "+"],
            37 => ["XREAD", "STREAMS", Pick("a", "b"), After("0")],
            38 => random.Next(10) == 0 ? [Pick("DEL", "TYPE"), Pick("a", "b")] : ["COPY", "a", "b", "REPLACE"],
            _ => random.Next(3) == 0 ? ["RENAME", "b", "a"] : ["OBJECT", "ENCODING", Key()],
        };
    }

    private string[] ReadGroup()
    {
        string after = Pick(GoodId(), ">", ">");
        return ["XREADGROUP", "GROUP", Group(), Consumer(), .. Count(), .. NoAck(), "STREAMS", Key(), after];
    }

    private string[] CreateGroup()
    {
        string key = Key();
        string group = Group();
        foreach (string consumer in Consumers)
            _next.Enqueue(["XGROUP", "CREATECONSUMER", key, group, consumer]);
        return ["XGROUP", "CREATE", key, group, After("$"), .. Pick<string[]>(["MKSTREAM"], []), .. EntriesRead()];
    }

    private string[] DeleteConsumer()
    {
        (string key, string group, string consumer) = (Key(), Group(), Consumer());
        _next.Enqueue(["XGROUP", "CREATECONSUMER", key, group, consumer]);
        return ["XGROUP", "DELCONSUMER", key, group, consumer];
    }

    private string[] AddOptions() =>
        [.. Pick<string[]>([], [], [], ["NOMKSTREAM"]), .. random.Next(6) == 0 ? Trim() : []];

    private string[] Trim()
    {
        string[] threshold = Pick<string[]>(["MAXLEN"], ["MINID"]);
        string[] operation = Pick<string[]>([], ["="], ["~"]);
        string[] limit = random.Next(6) == 0 ? ["LIMIT", Pick("0", "3", "20", "-1", "x")] : [];
        string value = threshold[0] == "MAXLEN" ? Pick("5", "10", "20", "0", "-1") : Id();
        return [.. threshold, .. operation, value, .. limit];
    }

    private string[] SetIdOptions() => random.Next(2) == 0
        ? []
        : ["ENTRIESADDED", Pick("0", "5", "200", "-1"), "MAXDELETEDID", $"{random.Next(40)}-0"];

    private string[] EntriesRead() => random.Next(4) == 0 ? ["ENTRIESREAD", Pick("0", "3", "-1", "-2", "x")] : [];

    private string[] ClaimOptions()
    {
        var options = new List<string>();
        while (random.Next(3) == 0)
            options.AddRange(Pick<string[]>(
                ["FORCE"], ["JUSTID"], ["RETRYCOUNT", "7"], ["IDLE", "0"], ["LASTID", GoodId()]));
        return [.. options];
    }

    private string[] AutoClaimOptions() =>
        [.. Pick<string[]>([], ["COUNT", Pick("1", "3", "0", "-1", "x")]), .. Pick<string[]>([], ["JUSTID"])];

    private string[] NoAck() => Pick<string[]>([], [], [], ["NOACK"]);

    private string[] Count() => random.Next(2) == 0 ? [] : ["COUNT", Pick("1", "2", "5", "100", "0", "-1", "x")];

    private string[] Ids() => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Id())];

    private string[] GoodIds() => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => GoodId())];

    private string[] Fields() => random.Next(12) switch
    {
        0 => ["only"],
        1 => ["other", "1", "field", new string('x', 100)],
        2 => ["", ""],
        _ => ["field", random.Next(1000).ToString(CultureInfo.InvariantCulture)],
    };

    private string NewId() => random.Next(15) switch
    {
        0 => Id(),
        1 => $"{random.Next(60)}-*",
        2 => "0-0",
        _ => $"{_lastMs += (ulong)random.Next(2)}-{_lastSequence += (ulong)random.Next(1, 3)}",
    };

    private string Bound(string end) => random.Next(4) switch
    {
        0 or 1 => end,
        2 => $"({Id()}",
        _ => Id(),
    };

    private string After(string special) => random.Next(3) == 0 ? Id() : special;

    private string Id() => random.Next(20) switch
    {
        0 => OddIds[random.Next(OddIds.Length)],
        1 => "0",
        2 => $"{random.NextInt64((long)_lastMs + 1)}",
        _ => GoodId(),
    };

    private string GoodId() => $"{random.NextInt64((long)_lastMs + 1)}-{random.NextInt64((long)_lastSequence + 1)}";

    private string Key() => random.Next(25) == 0 ? Pick("string", "missing") : Pick(Keys);

    private string Group() => random.Next(20) == 0 ? "nobody" : Pick(Groups);

    private string Consumer() => Pick(Consumers);

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private ulong _lastMs = 1;
    private ulong _lastSequence;
}
