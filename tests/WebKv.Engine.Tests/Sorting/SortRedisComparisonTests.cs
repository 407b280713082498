using WebKv.Engine.Errors;
using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.Sorting;

/// <summary>Runs the same command lines on a real Redis and on the engine: every reply must be the same.</summary>
/// <remarks>Left out: ALPHA with BY where two elements have the same weight, whose order Redis leaves open.</remarks>
public sealed class SortRedisComparisonTests
{
    private static readonly string[] Script = """
        RPUSH k c a b a
        SORT
        SORT k
        SORT k BY nosort
        SORT k BY nosort DESC
        SORT k BY nosort DESC LIMIT 0 2
        SORT k BY nosort LIMIT 1 2
        SORT k ALPHA DESC LIMIT 1 2
        SORT k ALPHA LIMIT -1 -1
        SORT k ALPHA LIMIT 10 2
        SORT k ALPHA LIMIT 2 -5
        SORT k ALPHA LIMIT 0 9223372036854775807
        SORT k ALPHA LIMIT 9223372036854775807 9223372036854775807
        SORT k ALPHA LIMIT -9223372036854775808 1
        SORT k ALPHA LIMIT 0 0
        SORT k ALPHA LIMIT 1 x
        SORT k ALPHA LIMIT 1
        SORT k ALPHA GET
        SORT k ALPHA BY
        SORT k ALPHA STORE
        SORT k ALPHA FOO
        SORT k ALPHA GET # GET w_* GET x
        SET w_a 5
        SET w_b 3
        SORT k BY w_*
        SORT k BY w_* DESC
        SORT k BY w_* GET w_* GET # GET w_*->f
        SORT k ALPHA GET w_* STORE d
        LRANGE d 0 -1
        SORT k BY w_b ALPHA STORE d
        LRANGE d 0 -1
        SET w_c x
        SORT k BY w_*
        SORT k BY w_* ALPHA LIMIT 0 2
        SORT k BY w_**
        RPUSH nums 3 1 2 10 -5 1.5 1e3 -inf inf 0x10
        SORT nums
        SORT nums DESC
        SORT nums ALPHA
        SORT nums ASC ALPHA DESC
        SORT nums DESC ASC LIMIT 2 3
        SORT_RO nums STORE x
        SORT_RO nums LIMIT 1 3 DESC
        RPUSH bad nan 1
        SORT bad
        RPUSH empty 5 \x20\x09\x314
        RPUSH empty ""
        SORT empty
        RPUSH blank \x20
        SORT blank
        RPUSH tail 1\x20
        SORT tail
        SORT none
        SORT none BY w_*
        SET str v
        SORT str
        SORT_RO str ALPHA
        SORT str STORE str
        SORT none STORE str
        EXISTS str
        SORT none STORE str
        SORT k ALPHA STORE k
        LRANGE k 0 -1
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void ScriptedLines_GiveTheRepliesOfRedis()
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        using var engine = new TestEngine();
        var differences = new List<string>();
        foreach (string line in Script)
        {
            string[] words = [.. line.Split(' ').Select(
                word => word == "\"\"" ? "" : System.Text.RegularExpressions.Regex.Unescape(word))];
            string expected = Show(peer.Call(words));
            string actual = Show(engine.Run(words).Value);
            if (expected != actual)
                differences.Add($"{line}: Redis {expected}, WebKv {actual}");
        }
        Assert.Empty(differences);
    }

    private static string Show(object? value) => value switch
    {
        null => "null",
        object?[] items => $"[{string.Join(", ", items.Select(Show))}]",
        Error error => error.Text,
        RespError error => error.Text,
        string text => $"\"{text}\"",
        _ => value.ToString()!,
    };
}
