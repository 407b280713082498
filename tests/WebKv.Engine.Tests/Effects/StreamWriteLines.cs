using System.Globalization;

namespace WebKv.Engine.Tests.Effects;

/// <summary>Random arguments of the commands that write streams, over few streams, groups and consumers.</summary>
internal sealed class StreamWriteLines
{
    private readonly Random _random;
    private readonly Func<long> _nowMs;
    private int _idsDrawn;

    public StreamWriteLines(Random random, Func<long> nowMs)
    {
        _random = random;
        _nowMs = nowMs;
        All = new Dictionary<string, Func<string[]>>
        {
            ["xadd"] = () => [Key(), .. Maybe("NOMKSTREAM"), .. Maybe(Trim()), NewId(), .. Fields()],
            ["xdel"] = () => [Key(), Id(), Id()],
            ["xtrim"] = () => [Key(), .. Trim().Split(' ')],
            ["xsetid"] = () => [Key(), Id(), .. Maybe($"ENTRIESADDED {Number(0, 90)} MAXDELETEDID 1-1")],
            ["xgroup|create"] = () => [Key(), Group(), Pick("0", "$"), .. Maybe("MKSTREAM"), .. EntriesRead()],
            ["xgroup|destroy"] = () => [Seldom(Key()), Group()],
            ["xgroup|setid"] = () => [Key(), Group(), Pick("$", Id()), .. EntriesRead()],
            ["xgroup|createconsumer"] = () => [Key(), Group(), Consumer()],
            ["xgroup|delconsumer"] = () => [Seldom(Key()), Group(), Consumer()],
            ["xreadgroup"] = ReadGroup,
            ["xack"] = () => [Key(), Group(), Id(), Id(), Id()],
            ["xclaim"] = () => [Key(), Group(), Consumer(), Number(0, 90), Id(), Id(), .. ClaimOptions()],
            ["xautoclaim"] = () => [Key(), Group(), Consumer(), Number(0, 90), "0", .. Maybe("COUNT 2")],
        };
    }

    public IReadOnlyDictionary<string, Func<string[]>> All { get; }

    // Only what is new: a consumer that looks at its own history counts that as a delivery, which is not journalled.
    private string[] ReadGroup() =>
        ["GROUP", Group(), Consumer(), .. Maybe("COUNT 3"), .. Maybe("NOACK"), "STREAMS", Key(), ">"];

    private string[] ClaimOptions() =>
        [.. Maybe("FORCE"), .. Maybe("JUSTID"), .. Maybe(Pick("IDLE 50", "TIME 77", "RETRYCOUNT 3", "LASTID 99-1"))];

    private string[] EntriesRead() => Maybe($"ENTRIESREAD {Number(-1, 20)}");

    private string[] Fields() => _random.Next(4) == 0
        ? ["field", new string('v', _random.Next(20_000)), "", "\u00ff\0"]
        : ["field", Number(0, 8)];

    private string Trim() => Pick(
        "MAXLEN 30", "MAXLEN ~ 10", "MAXLEN = 20", $"MINID {Id()}", $"MINID ~ {Id()} LIMIT 50", "MAXLEN 0");

    private string NewId() => Pick("*", "*", "*", $"{_nowMs()}-*", Id());

    private string Id()
    {
        _idsDrawn++;
        return Pick("0-0", $"{_random.Next(_idsDrawn)}-1", _nowMs().ToString(CultureInfo.InvariantCulture));
    }

    // What is destroyed must have come to something before.
    private string Seldom(string key) => _random.Next(20) == 0 ? key : "missing";

    private string Key() => _random.Next(20) == 0 ? $"key:{_random.Next(12)}" : $"stream:{_random.Next(3)}";

    private string Group() => $"group:{_random.Next(2)}";

    private string Consumer() => $"consumer:{_random.Next(3)}";

    private string[] Maybe(string words) => _random.Next(2) == 0 ? words.Split(' ') : [];

    private string Pick(params ReadOnlySpan<string> words) => words[_random.Next(words.Length)];

    private string Number(int from, int to) => _random.Next(from, to).ToString(CultureInfo.InvariantCulture);
}
