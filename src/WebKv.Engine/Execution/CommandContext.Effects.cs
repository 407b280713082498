using WebKv.Engine.Commands;
using WebKv.Engine.Keyspace;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Execution;

/// <content>What a command journals.</content>
public sealed partial class CommandContext
{
    /// <summary>Journals an effect: a deterministic command line that gives the same state.</summary>
    /// <remarks>An overload per count, because an empty argument is an argument: the empty key is a key.</remarks>
    public void Log(ReadOnlySpan<byte> name) => BeginLog(name, 0);

    /// <inheritdoc cref="Log(ReadOnlySpan{byte})"/>
    public void Log(ReadOnlySpan<byte> name, ReadOnlySpan<byte> argument)
    {
        if (BeginLog(name, 1))
            Effects.Add(argument);
    }

    /// <inheritdoc cref="Log(ReadOnlySpan{byte})"/>
    public void Log(ReadOnlySpan<byte> name, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        if (!BeginLog(name, 2))
            return;
        Effects.Add(first);
        Effects.Add(second);
    }

    /// <summary>Starts an effect of a given number of arguments after its name; add them with the Log methods below.
    /// Returns false when nothing is to be added.</summary>
    public bool BeginLog(ReadOnlySpan<byte> name, int argumentCount)
    {
        if (IsReplay)
            return false;
        BeginEffect(name, 1 + argumentCount);
        return _wantsEffects;
    }

    public void LogArgument(ReadOnlySpan<byte> argument) => Effects.Add(argument);

    public void LogArgument(PackedItem argument)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        Effects.Add(argument.Text(room));
    }

    public void LogArgument(Value argument) => Effects.Add(argument);

    public void LogArgument(long argument) => Effects.Add(argument);

    /// <summary>Journals the removal of a key.</summary>
    public void LogDelete(Key key)
    {
        if (BeginLog("DEL"u8, 1))
            LogArgument(key.Bytes);
    }

    private void BeginEffect(ReadOnlySpan<byte> name, int argumentCount)
    {
        Effects.Begin(Database, argumentCount);
        Effects.Add(name);
    }
}
