using WebKv.Engine.Execution;

namespace WebKv.Engine.Commands;

/// <summary>Several arguments of a command line in a row: members, elements, fields.</summary>
public readonly ref struct ValueList(ArgList arguments, int first, int count)
{
    private readonly ArgList _arguments = arguments;

    public int Count { get; } = count;

    public Value this[int index] => _arguments.Value(first + index);

    /// <summary>Adds all to an effect that was begun.</summary>
    internal void Log(CommandContext context)
    {
        for (int i = 0; i < Count; i++)
            context.LogArgument(this[i]);
    }
}
