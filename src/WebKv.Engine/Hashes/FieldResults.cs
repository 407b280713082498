using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>What a command on several fields has done to each, in the numbers that Redis replies with.</summary>
internal readonly struct FieldResults(int count)
{
    /// <summary>There is no such field, or no such key.</summary>
    public const int NoField = -2;

    /// <summary>The field has no deadline.</summary>
    public const int NoDeadline = -1;

    /// <summary>The condition did not hold.</summary>
    public const int NotMet = 0;

    /// <summary>Done as asked for.</summary>
    public const int Done = 1;

    /// <summary>The deadline was past: the field is gone.</summary>
    public const int Removed = 2;

    private readonly long[] _results = new long[count];

    public long this[int index]
    {
        get => _results[index];
        set => _results[index] = value;
    }

    public IntegersReply Reply => new(_results);

    public int CountOf(int result) => _results.AsSpan().Count(result);

    /// <summary>Adds the fields with this result to an effect that was begun.</summary>
    public void Log(CommandContext context, ValueList fields, int result)
    {
        for (int i = 0; i < _results.Length; i++)
            if (_results[i] == result)
                context.LogArgument(fields[i]);
    }
}
