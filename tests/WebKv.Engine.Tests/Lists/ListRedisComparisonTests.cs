using WebKv.Engine.Errors;
using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.Lists;

/// <summary>Runs the same command lines on a real Redis and on the engine: every reply must be the same, errors by
/// their full text.</summary>
/// <remarks>Left out: LPOS with the smallest integer as its rank, an error since Redis 7.2; LINDEX and LSET with an
/// index that is no integer on a key that has no list, where both of two errors apply.</remarks>
public sealed class ListRedisComparisonTests
{
    private static readonly string[] Script = """
        LPUSH
        LPUSH k
        LPOP
        LPOP k -1
        LPOP k x
        LPOP k 1 2
        LPOP k 0
        RPUSH k a b c a
        LPOP k 0
        LPOP k -1
        LPOP k 9223372036854775808
        LPOS k a RANK 0
        LPOS k a COUNT -1
        LPOS k a MAXLEN -1
        LPOS k a COUNT x
        LPOS k a RANK x
        LPOS k a FOO 1
        LPOS k a RANK
        LPOS k a RANK 5
        LPOS k a RANK 2 COUNT 0
        LPOS k a RANK -1 COUNT 0
        LPOS k a RANK -1
        LPOS k a RANK 1 RANK 2
        LPOS none a COUNT 0
        LPOS none a
        LMPOP 0 k LEFT
        LMPOP x k LEFT
        LMPOP 2 k LEFT
        LMPOP 1 k UP
        LMPOP 1 k LEFT COUNT 0
        LMPOP 1 k LEFT COUNT
        LMPOP 1 k LEFT COUNT 1 COUNT 1
        LMPOP 1 k LEFT FOO 1
        LMPOP 9223372036854775807 k LEFT
        LMPOP 1 none LEFT
        LMPOP 2 none k RIGHT COUNT 9223372036854775807
        RPUSH k a b c a
        LMOVE k d UP LEFT
        LMOVE k d LEFT UP
        LINSERT k IN a b
        LINSERT none BEFORE a b
        LINSERT k BEFORE z b
        LINSERT k AFTER a b
        LSET k 9 x
        LSET k x x
        LSET k -9223372036854775808 x
        LSET none 0 x
        LINDEX k x
        LINDEX k -9223372036854775808
        LINDEX k 9223372036854775807
        LINDEX none 0
        LREM k x a
        LREM none 0 a
        LRANGE k -9223372036854775808 9223372036854775807
        LRANGE k 9223372036854775807 -9223372036854775808
        LRANGE k 2 1
        LRANGE none 0 -1
        LTRIM none 0 -1
        LTRIM k x 1
        LREM k -9223372036854775808 b
        LREM k -9223372036854775807 a
        LRANGE k 0 -1
        RPUSHX none a
        LPUSHX none a b
        EXISTS none
        RPUSH s 1
        RPOPLPUSH s s
        LMOVE s s LEFT RIGHT
        LTRIM s 1 0
        EXISTS s
        SET s x
        LPUSH s a
        RPUSHX s a
        LPOP s
        RPOP s 0
        LLEN s
        LINDEX s 0
        LRANGE s 0 -1
        LSET s 0 x
        LSET s 9 x
        LINSERT s BEFORE a b
        LREM s 0 a
        LTRIM s 0 -1
        LPOS s a
        LMOVE none s LEFT LEFT
        LMOVE k s LEFT LEFT
        LMOVE s k LEFT LEFT
        RPOPLPUSH k s
        LMPOP 2 none s LEFT
        LMPOP 2 k s LEFT
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private readonly List<string> _differences = [];

    [Fact]
    public void ScriptedLines_GiveTheRepliesOfRedis()
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        using var engine = new TestEngine();
        foreach (string line in Script)
            Compare(peer, engine, line.Split(' '));
        Assert.Empty(_differences);
    }

    [Theory]
    [InlineData(1, 64)]
    [InlineData(2, 300)]
    [InlineData(3, 8192)]
    public void RandomLines_GiveTheRepliesOfRedis(int seed, int listBytes)
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        // What is packed here and what Redis packs must make no difference.
        using var engine = new TestEngine(
            new EngineOptions { Shards = 4, Packing = new PackingLimits { ListBytes = listBytes } });
        var lines = new RandomListLines(new Random(seed));
        for (int i = 0; i < 4000; i++)
        {
            Compare(peer, engine, lines.Next());
            if (i % 50 == 0)
                foreach (string key in RandomListLines.Keys)
                    Compare(peer, engine, ["LRANGE", key, "0", "-1"]);
        }
        Assert.Empty(_differences);
    }

    private void Compare(RespClient peer, TestEngine engine, string[] line)
    {
        object? expected = peer.Call(line);
        object? actual = engine.Run(line).Value;
        if (actual is Error error)
            actual = new RespError(error.Text);
        if (!Same(expected, actual))
            _differences.Add($"{string.Join(' ', line)}: Redis {Show(expected)}, WebKv {Show(actual)}");
    }

    private static bool Same(object? left, object? right) => left is object?[] one && right is object?[] two
        ? one.Length == two.Length && one.Zip(two).All(pair => Same(pair.First, pair.Second))
        : Equals(left, right);

    private static string Show(object? value) => value switch
    {
        null => "null",
        object?[] items => $"[{string.Join(", ", items.Select(Show))}]",
        string { Length: > 100 } text => $"\"{text[..100]}...\" ({text.Length})",
        string text => $"\"{text}\"",
        _ => value.ToString()!,
    };
}
