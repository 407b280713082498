using System.Text;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Keys;

/// <summary>
/// Payloads with a right checksum and any content: each is refused without a trace, or makes a key that works.
/// </summary>
public sealed class RestoreFuzzTests
{
    private const int TypeAt = 3;

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void Restore_HostilePayloads_NeverHalfApply(int seed)
    {
        using var engine = new TestEngine(new EngineOptions { Shards = 1 });
        var random = new Random(seed);
        engine.Run("RPUSH", "k", "kept").Is(1);
        int accepted = 0;
        for (int step = 0; step < FuzzRuns.Steps(10_000); step++)
        {
            UInt128 before = KeyspaceDigest.Of(engine.Engine);
            string hostile = Mutated(DumpedValues.All[random.Next(DumpedValues.All.Count)], random);
            Reply reply = engine.Run("RESTORE", "k", "0", hostile, "REPLACE");
            if (reply.Value is "OK")
            {
                accepted++;
                AssertWorks(engine);
                continue;
            }
            reply.IsError("ERR Bad data format");
            Assert.Equal(before, KeyspaceDigest.Of(engine.Engine));
            engine.Run("DBSIZE").Is(1);
        }
        Assert.NotEqual(0, accepted);
    }

    /// <summary>A payload of some content with a right checksum.</summary>
    internal static string Sealed(RecordType type, byte[] content)
    {
        byte[] payload = [.. new byte[DumpPayload.HeadBytes], .. content, .. new byte[DumpPayload.SumBytes]];
        DumpPayload.WriteHead(payload, type);
        DumpPayload.Seal(payload);
        return Encoding.Latin1.GetString(payload);
    }

    // What was made can be read, written down, made again, changed and removed.
    private static void AssertWorks(TestEngine engine)
    {
        if (engine.Run("DUMP", "k").Value is not string payload)
        {
            // All its fields were due.
            engine.Run("RPUSH", "k", "kept").Is(1);
            return;
        }
        engine.Run("RESTORE", "again", "0", payload).IsOk();
        Assert.Equal(payload, DumpedValues.Dump(engine, "again"));
        engine.Run("DEL", "again").Is(1);
        if (engine.Run("TYPE", "k").Value is "stream")
            engine.Run("XINFO", "STREAM", "k", "FULL");
        engine.Run("APPEND", "k", "x");
        engine.Run("RPUSH", "k", "x");
        engine.Run("SADD", "k", "x");
        engine.Run("ZADD", "k", "1", "x");
        engine.Run("HSET", "k", "x", "1");
        engine.Run("XADD", "k", "*", "x", "1");
        engine.Run("DBSIZE").Is(1);
    }

    private static string Mutated(string payload, Random random)
    {
        List<byte> content = [.. Encoding.Latin1.GetBytes(payload)[DumpPayload.HeadBytes..^DumpPayload.SumBytes]];
        var type = (RecordType)(random.Next(20) == 0 ? random.Next((int)RecordType.Stream + 1) : payload[TypeAt]);
        for (int changes = random.Next(4); changes >= 0; changes--)
            Mutate(content, random);
        return Sealed(type, [.. content]);
    }

    private static void Mutate(List<byte> content, Random random)
    {
        // Near the front as often as not: that is where the counts are.
        int at = random.Next(1 + (random.Next(2) == 0 ? Math.Min(content.Count, 24) : content.Count));
        switch (random.Next(5))
        {
            case 0:
                content.RemoveRange(at, Math.Min(content.Count - at, random.Next(1, 9)));
                break;
            case 1:
                content.Insert(at, (byte)random.Next(256));
                break;
            case 2 when at < content.Count:
                content[at] = random.Next(3) switch { 0 => 0, 1 => 0xFF, _ => (byte)random.Next(256) };
                break;
            case 3 when at < content.Count:
                content[at] ^= (byte)(1 << random.Next(8));
                break;
            default:
                content.InsertRange(at, content.Skip(at).Take(random.Next(30)).ToArray());
                break;
        }
    }
}
