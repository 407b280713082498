using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Memory;

namespace WebKv.Engine.Effects;

/// <summary>Applies journalled units to an engine, through the same commands that made them.</summary>
public sealed class EffectReplayer(KvEngine engine, CommandTable table)
{
    public void Apply(ReadOnlySpan<byte> unit, IReadOnlyList<Blob> blobs)
    {
        using var line = new CommandLine();
        CommandContext context = engine.Rent();
        context.IsReplay = true;
        try
        {
            while (EffectBuffer.TryRead(ref unit, blobs, line, out int database))
            {
                context.Database = database;
                ApplyOne(context, line.Arguments);
            }
        }
        finally
        {
            KvEngine.Return(context);
        }
    }

    // An effect that cannot be applied means that this state is not the one that it was made on: never go on.
    private void ApplyOne(CommandContext context, ArgList arguments)
    {
        if (table.Find(arguments) is not { } entry)
            throw new InvalidDataException($"unknown effect '{Errors.CommonErrors.Echo(arguments[0])}'");
        if (entry.Replay(context, arguments) is { } error)
            throw new InvalidDataException($"effect '{entry.Info.Name}' failed: {error}");
    }
}
