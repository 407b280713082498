using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keys;

namespace WebKv.Engine.PubSub;

/// <summary>Which channels are to be listed: all, or those that match a glob pattern.</summary>
public readonly ref struct ChannelPattern
{
    private readonly ReadOnlySpan<byte> _pattern;
    private readonly bool _isGiven;

    public ChannelPattern(ReadOnlySpan<byte> pattern)
    {
        _pattern = pattern;
        _isGiven = true;
    }

    public bool Matches(ReadOnlySpan<byte> name) => !_isGiven || GlobPattern.Matches(_pattern, name);

    internal static Error? Parse(ref ArgReader arguments, out ChannelPattern pattern)
    {
        pattern = default;
        if (arguments.Remaining > 1)
            return TooManyArguments(arguments.Line[1]);
        if (arguments.HasNext)
            pattern = new ChannelPattern(arguments.Next());
        return null;
    }

    private static Error TooManyArguments(ReadOnlySpan<byte> subcommand) => new(
        ErrorCode.WrongArity,
        $"ERR unknown subcommand or wrong number of arguments for '{CommonErrors.Echo(subcommand)}'. Try PUBSUB HELP.");
}
