using WebKv.Engine.Commands;
using WebKv.Engine.Effects;
using WebKv.Engine.Execution;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Effects;

public sealed class EffectBufferTests
{
    [Fact]
    public void TryRead_EffectOfManyArguments_ReadsThemAll()
    {
        const int Arguments = 70_000;
        var buffer = new EffectBuffer { KeepsBytes = true };
        buffer.Begin(200, Arguments);
        for (int i = 0; i < Arguments; i++)
            buffer.Add(i);
        using var line = new CommandLine();
        ReadOnlySpan<byte> unit = buffer.Bytes;
        Assert.True(EffectBuffer.TryRead(ref unit, buffer.Blobs, line, out int database));
        Assert.Equal(200, database);
        Assert.Equal(Arguments, line.Count);
        Assert.True(line.Arguments[Arguments - 1].SequenceEqual("69999"u8));
        Assert.False(EffectBuffer.TryRead(ref unit, buffer.Blobs, line, out _));
    }

    [Fact]
    public void Log_EmptyArguments_AreKept()
    {
        using var engine = new TestEngine();
        CommandContext context = engine.Engine.Rent();
        context.BeginUnit();
        context.Log("FLUSHALL"u8);
        context.Log("PERSIST"u8, ""u8);
        context.Log("RENAME"u8, "a"u8, ""u8);
        engine.Engine.Commit(context);
        KvEngine.Return(context);
        Assert.Equal(
            [["db0", "FLUSHALL"], ["db0", "PERSIST", ""], ["db0", "RENAME", "a", ""]],
            engine.Journal.ReadAll());
    }
}
