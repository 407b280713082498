using System.Buffers;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Hashes;
using WebKv.Engine.Keyspace;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Hashes;

/// <summary>The written form of hashes, and their fingerprint, which no encoding may change.</summary>
public sealed class HashTypeTests
{
    [Theory]
    [InlineData(512, 512)]
    [InlineData(512, 0)]
    [InlineData(0, 512)]
    public void WrittenForm_ReadInAnyEncoding_GivesTheSameHash(int fromEntries, int toEntries)
    {
        using TestEngine from = Engine(fromEntries);
        using TestEngine to = Engine(toEntries);
        from.Run("HSET", "h", "a", "1", "", "empty name", "empty value", "", "big", new string('x', 50_000));
        from.Run("HPEXPIRE", "h", "1000", "FIELDS", "2", "a", "big");
        Assert.Null(Read(to, "h", Write(from, "h")));
        Assert.Equal(KeyspaceDigest.Of(from.Engine), KeyspaceDigest.Of(to.Engine));
        to.Advance(1_001);
        to.Run("HLEN", "h").Is(2);
    }

    [Fact]
    public void Digest_OtherDeadlineOrBytesMoved_Differs()
    {
        string[][] variants =
        [
            ["HSET", "h", "ab", "c"],
            ["HSET", "h", "a", "bc"],
            ["HSET", "h", "ab", "c", "d", "e"],
            ["HSETEX", "h", "PXAT", "9000000000000", "FIELDS", "1", "ab", "c"],
            ["HSETEX", "h", "PXAT", "9000000000001", "FIELDS", "1", "ab", "c"],
        ];
        var digests = new HashSet<UInt128>();
        foreach (string[] line in variants)
        {
            using TestEngine engine = Engine(512);
            engine.Run(line).Is(line[0] == "HSET" && line.Length > 4 ? 2 : 1);
            Assert.True(digests.Add(KeyspaceDigest.Of(engine.Engine)), string.Join(' ', line));
        }
    }

    [Fact]
    public void Read_DamagedForms_AreRefusedAndLeaveNoKey()
    {
        using TestEngine engine = Engine(2);
        engine.Run("HSET", "h", "a", "1", "b", "2", "c", "3");
        byte[] good = Write(engine, "h");
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bad = [.. good];
            if (i < good.Length)
                bad = bad[..i];
            else
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            if (Read(engine, "damaged", bad) is null)
                engine.Run("DEL", "damaged").Is(1);
            engine.Run("EXISTS", "damaged").Is(0);
        }
    }

    [Fact]
    public void Read_FieldThatComesTwice_IsRefused()
    {
        using TestEngine engine = Engine(512);
        engine.Run("HSET", "h", "a", "1", "b", "2");
        byte[] twice = Write(engine, "h");
        twice[Array.IndexOf(twice, (byte)'b')] = (byte)'a';
        Assert.Equal(ErrorCode.InvalidArgument, Read(engine, "twice", twice)?.Code);
        engine.Run("EXISTS", "twice").Is(0);
    }

    private static TestEngine Engine(int packedEntries) => new(
        new EngineOptions { Shards = 1, Packing = new PackingLimits { HashEntries = packedEntries } });

    private static byte[] Write(TestEngine engine, string key)
    {
        var written = new ArrayBufferWriter<byte>();
        WithContext(engine, context =>
        {
            Key name = Key.Of(System.Text.Encoding.Latin1.GetBytes(key));
            Assert.True(context.TryPeek(name, out Record record));
            HashType.Instance.Write(context.Collections.TableOf(name), record, written);
        });
        return written.WrittenSpan.ToArray();
    }

    private static Error? Read(TestEngine engine, string key, byte[] from)
    {
        Error? error = null;
        WithContext(engine, context =>
            error = HashType.Instance.Read(context, Key.Of(System.Text.Encoding.Latin1.GetBytes(key)), from));
        return error;
    }

    private static void WithContext(TestEngine engine, Action<CommandContext> body)
    {
        CommandContext context = engine.Engine.Rent();
        var keys = new KeySet(engine.Engine.ShardCount);
        keys.AddAll();
        engine.Engine.ExecuteUnit(context, keys, body, static (context, body) => body(context));
        KvEngine.Return(context);
    }
}
