using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;

namespace WebKv.Engine.Hashes;

/// <summary>Fields of a command line, each followed by its value.</summary>
public readonly ref struct FieldPairs(ArgList arguments, int first, int count)
{
    private readonly ArgList _arguments = arguments;

    public int Count { get; } = count;

    public ReadOnlySpan<byte> Field(int index) => _arguments[first + index * 2];

    public Value Value(int index) => _arguments.Value(first + index * 2 + 1);

    /// <summary>A line that holds nothing else.</summary>
    public static FieldPairs Of(CommandLine line) => new(line.Arguments, 0, line.Count / 2);

    /// <summary>Whether a field or a value is longer than any may be.</summary>
    internal bool HasTooLong()
    {
        for (int i = 0; i < Count * 2; i++)
            if (_arguments.Value(first + i).Length > Values.LengthMax)
                return true;
        return false;
    }

    /// <summary>Adds all to an effect that was begun.</summary>
    internal void Log(CommandContext context)
    {
        for (int i = 0; i < Count * 2; i++)
            context.LogArgument(_arguments.Value(first + i));
    }

    /// <summary>Reads what is left of a line as pairs.</summary>
    internal static Error? Parse(ref ArgReader arguments, CommandInfo command, out FieldPairs pairs)
    {
        pairs = new FieldPairs(arguments.Line, arguments.Position, arguments.Remaining / 2);
        return arguments.Remaining % 2 == 0 ? null : CommonErrors.WrongArity(command.Name);
    }
}
