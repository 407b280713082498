using System.Globalization;
using WebKv.Server.Tests.Hosting;
using WebKv.Testing.Peers;

namespace WebKv.Server.Tests.Oracle;

/// <summary>
/// A real Redis and the RESP door of WebKv side by side: the same lines go to both, and both must answer the same
/// bytes.
/// </summary>
/// <remarks>
/// What cannot be the same by its nature is compared by its meaning: times to live within <see cref="SlackSeconds"/>,
/// keys listed in no order as sets, SCAN by all keys that a whole walk returns, and RANDOMKEY, where there is a
/// choice, by whether the key exists. Redis shares the objects of small integers, so OBJECT REFCOUNT is compared by
/// whether there is a count.
/// Left out, because WebKv means to differ: APPEND of nothing, which to Redis is a change; negative cursors, which it
/// takes for huge ones; the unknown types of SCAN, an error since 7.2; bytes beyond UTF-8 in error texts; and
/// OBJECT FREQ, HELP and other texts about the server itself.
/// </remarks>
internal sealed class RedisPair : IAsyncDisposable
{
    private const int DifferencesMax = 5;
    private const long SlackSeconds = 60;
    private const long MsPerSecond = 1000;

    private readonly RedisServer _redis = RedisServer.StartOrSkip();
    private readonly KvServer _server = new();
    private readonly (RespClient Redis, RespClient WebKv)[] _clients;
    private readonly List<string> _differences = [];

    public RedisPair(int clients, int protocol)
    {
        _clients = [.. Enumerable.Range(0, clients).Select(_ => (_redis.Connect(), _server.ConnectResp()))];
        foreach ((RespClient redis, RespClient webKv) in _clients)
            foreach (RespClient client in (RespClient[])[redis, webKv])
                client.Call("HELLO", $"{protocol}");
    }

    /// <summary>Sends a line to both and notes if the replies differ.</summary>
    public void Compare(string[] line, int client = 0)
    {
        (RespClient redis, RespClient webKv) = _clients[client];
        (string expected, string actual) = line switch
        {
            ["SCAN", "0", .. string[] options] => (Walk(redis, options), Walk(webKv, options)),
            _ => (redis.CallRaw(line), webKv.CallRaw(line)),
        };
        if (expected != actual && !MeansTheSame(webKv, line, expected, actual))
            _differences.Add($"{client}> {Show(string.Join(' ', line))}: Redis {Show(expected)}, WebKv {Show(actual)}");
    }

    /// <summary>After the first difference the states may differ, so that it alone says much.</summary>
    public void AreTheSame() => Assert.True(
        _differences.Count == 0, string.Join(Environment.NewLine, _differences.Take(DifferencesMax)));

    public async ValueTask DisposeAsync()
    {
        foreach ((RespClient redis, RespClient webKv) in _clients)
        {
            redis.Dispose();
            webKv.Dispose();
        }
        _redis.Dispose();
        await _server.DisposeAsync();
    }

    private static bool MeansTheSame(RespClient webKv, string[] line, string expected, string actual) =>
        line[0].ToUpperInvariant() switch
        {
            "TTL" or "EXPIRETIME" => AreClose(expected, actual, SlackSeconds),
            "PTTL" or "PEXPIRETIME" => AreClose(expected, actual, SlackSeconds * MsPerSecond),
            "OBJECT" when line is [_, "IDLETIME", ..] => AreClose(expected, actual, SlackSeconds),
            "OBJECT" when line is [_, "REFCOUNT", ..] => IntegerOf(expected) > 0 && IntegerOf(actual) == 1,
            "KEYS" => Items(expected).SequenceEqual(Items(actual)),
            "RANDOMKEY" => expected[0] == '$' && IsKeyOfMany(webKv, actual),
            _ => false,
        };

    // Two values of opposite sign, such as "no such key" and a time to live, are never close.
    private static bool AreClose(string expected, string actual, long slack) =>
        IntegerOf(expected) is { } one && IntegerOf(actual) is { } two && one >= 0 && two >= 0
        && Math.Abs(one - two) <= slack;

    private static long? IntegerOf(string reply) =>
        reply[0] == ':' && long.TryParse(reply[1..].Trim(), CultureInfo.InvariantCulture, out long value)
            ? value
            : null;

    private static bool IsKeyOfMany(RespClient webKv, string reply) =>
        (long)webKv.Call("DBSIZE")! > 1 && Parse(reply) is string key && webKv.Call("EXISTS", key) is 1L;

    // All keys of a walk in order, or the error.
    private static string Walk(RespClient client, string[] options)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        string cursor = "0";
        do
        {
            string reply = client.CallRaw(["SCAN", cursor, .. options]);
            if (Parse(reply) is not object?[] { Length: 2 } page)
                return reply;
            cursor = (string)page[0]!;
            keys.UnionWith(((object?[])page[1]!).Cast<string>());
        }
        while (cursor != "0");
        return string.Join('|', keys);
    }

    private static IEnumerable<string> Items(string reply) =>
        Parse(reply) is object?[] items ? items.Cast<string>().Order(StringComparer.Ordinal) : [reply];

    private static object? Parse(string reply) =>
        new RespReader(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(reply))).Read();

    private static string Show(string text)
    {
        string escaped = text.Replace("\r\n", "\\r\\n", StringComparison.Ordinal);
        return escaped.Length <= 200 ? escaped : $"{escaped[..200]}... ({text.Length})";
    }
}
