using WebKv.Engine.Errors;
using WebKv.Engine.Eviction;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Tests.Notifications;
using WebKv.Memory;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Keys;

public sealed class RestoreTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public static TheoryData<string> Keys => [.. DumpedValues.Keys];

    public void Dispose() => _engine.Dispose();

    [Theory]
    [MemberData(nameof(Keys))]
    public void Restore_WhatDumpReturned_IsTheSameValueInTheSameEncoding(string key)
    {
        DumpedValues.Fill(_engine);
        using var other = new TestEngine(new EngineOptions { Shards = 1 });
        string payload = DumpedValues.Dump(_engine, key);
        other.Run("RESTORE", key, "0", payload).IsOk();
        Assert.Equal(payload, DumpedValues.Dump(other, key));
        string type = (string)_engine.Run("TYPE", key).Value!;
        other.Run("TYPE", key).Is(type);
        // A string that was edited says raw, a new one does not.
        if (type != "string")
            other.Run("OBJECT", "ENCODING", key).Is((string)_engine.Run("OBJECT", "ENCODING", key).Value!);
        other.Run("TTL", key).Is(-1);

        _engine.Run("RESTORE", "copy", "0", payload).IsOk();
        _engine.Run("RENAME", "copy", key).IsOk();
        using var untouched = new TestEngine();
        DumpedValues.Fill(untouched);
        Assert.Equal(KeyspaceDigest.Of(untouched.Engine), KeyspaceDigest.Of(_engine.Engine));
    }

    [Fact]
    public void Dump_MissingKey_IsNull() => _engine.Run("DUMP", "k").IsNull();

    [Fact]
    public void Restore_WithTtl_IsLoggedWithItsDeadline()
    {
        string payload = PayloadOf("v");
        _engine.Run("RESTORE", "k", "5000", payload).IsOk();
        Assert.Equal([$"db0 RESTORE k 1767225605000 {payload} ABSTTL REPLACE"], _engine.TakeEffects());
        _engine.Run("PTTL", "k").Is(5_000);
        _engine.Run("RESTORE", "k", "1767225601000", payload, "absttl", "replace").IsOk();
        _engine.Run("PTTL", "k").Is(1_000);
        _engine.Run("RESTORE", "k", "0", payload, "REPLACE").IsOk();
        _engine.Run("PTTL", "k").Is(-1);
    }

    [Fact]
    public void Restore_OverAKey_NeedsReplace()
    {
        string payload = PayloadOf("v");
        _engine.Run("RPUSH", "k", "old").Is(1);
        _engine.TakeEffects();
        _engine.Run("RESTORE", "k", "0", payload).IsError("BUSYKEY Target key name already exists.");
        Assert.Empty(_engine.TakeEffects());
        _engine.Run("RESTORE", "k", "0", payload, "REPLACE").IsOk();
        _engine.Run("GET", "k").Is("v");
        _engine.Run("DBSIZE").Is(1);
    }

    [Fact]
    public void Restore_DeadlineInThePast_LeavesNoKey()
    {
        string payload = PayloadOf("v");
        _engine.Run("RESTORE", "new", "1", payload, "ABSTTL").IsOk();
        Assert.Empty(_engine.TakeEffects());
        _engine.Run("SET", "k", "old").IsOk();
        _engine.TakeEffects();
        _engine.Run("RESTORE", "k", "1", payload, "ABSTTL", "REPLACE").IsOk();
        Assert.Equal(["db0 DEL k"], _engine.TakeEffects());
        _engine.Run("DBSIZE").Is(0);
    }

    [Theory]
    [InlineData("ERR Invalid TTL value, must be >= 0", "-1")]
    [InlineData("ERR value is not an integer or out of range", "x")]
    [InlineData("ERR invalid expire time in 'restore' command", "9223372036854775807")]
    [InlineData("ERR Invalid IDLETIME value, must be >= 0", "0", "IDLETIME", "-1")]
    [InlineData("ERR Invalid FREQ value, must be >= 0 and <= 255", "0", "FREQ", "256")]
    [InlineData("ERR Invalid FREQ value, must be >= 0 and <= 255", "0", "FREQ", "-1")]
    [InlineData("ERR syntax error", "0", "FREQ", "1", "IDLETIME", "1")]
    [InlineData("ERR syntax error", "0", "IDLETIME")]
    [InlineData("ERR syntax error", "0", "BOGUS")]
    public void Restore_BadArguments_ChangesNothing(string error, string ttl, params string[] options)
    {
        string payload = PayloadOf("v");
        _engine.Run(["RESTORE", "k", ttl, payload, .. options]).IsError(error);
        _engine.Run("EXISTS", "k").Is(0);
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void Restore_DamagedPayload_IsRefusedAtEachByte()
    {
        string payload = PayloadOf("value");
        _engine.Run("SET", "k", "kept").IsOk();
        for (int i = 0; i < payload.Length; i++)
        {
            string damaged = payload[..i] + (char)(payload[i] ^ 1) + payload[(i + 1)..];
            foreach (string bad in (string[])[damaged, payload[..i], payload[i..] + "x"])
                _engine.Run("RESTORE", "k", "0", bad, "REPLACE")
                    .IsError("ERR DUMP payload version or checksum are wrong");
        }
        _engine.Run("GET", "k").Is("kept");
    }

    [Fact]
    public void Restore_IdleTime_IsThatOfTheKey()
    {
        string payload = PayloadOf("v");
        _engine.Run("RESTORE", "k", "0", payload, "IDLETIME", "1000", "FREQ").IsError(ErrorCode.Syntax);
        _engine.Run("RESTORE", "k", "0", payload, "IDLETIME", "1000").IsOk();
        _engine.Run("OBJECT", "IDLETIME", "k").Is(1_000);
    }

    [Fact]
    public void Restore_FrequencyUnderLfu_IsThatOfTheKey()
    {
        using var engine = new TestEngine(new EngineOptions { Eviction = EvictionPolicy.AllKeysLfu });
        engine.Run("RESTORE", "k", "0", PayloadOf("v"), "FREQ", "200").IsOk();
        engine.Run("OBJECT", "FREQ", "k").Is(200);
    }

    [Fact]
    public void Restore_Any_TellsOfItselfAlone()
    {
        string payload = DumpedValues.All[5];
        var events = new KeyspaceEventCollector(_engine);
        _engine.Run("RESTORE", "k", "0", payload).IsOk();
        Assert.Equal(["restore k"], events.Take());
    }

    [Fact]
    public void Restore_RefusedPayload_LeavesWatchersAlone()
    {
        TestClient other = _engine.NewClient();
        _engine.Run("SET", "k", "kept").IsOk();
        _engine.Run("WATCH", "k").IsOk();
        other.Run("RESTORE", "k", "0", RestoreFuzzTests.Sealed(RecordType.Set, [1, 0]), "REPLACE")
            .IsError("ERR Bad data format");
        _engine.Run("MULTI").IsOk();
        _engine.Run("GET", "k").Is("QUEUED");
        _engine.Run("EXEC").IsArray("kept");
    }

    private static string PayloadOf(string value)
    {
        using var engine = new TestEngine();
        engine.Run("SET", "k", value).IsOk();
        return DumpedValues.Dump(engine, "k");
    }
}
