using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Streams;

/// <summary>What XREAD and XREADGROUP are told: the options that either of them has, then keys and ids.</summary>
internal readonly ref struct ReadArguments
{
    public KeyList Keys { get; private init; }

    /// <summary>An id for each key.</summary>
    public ValueList After { get; private init; }

    public ReadOptions Options { get; private init; }

    public ReadOnlySpan<byte> Group { get; private init; }

    public ReadOnlySpan<byte> Consumer { get; private init; }

    public static Error? Parse(ref ArgReader arguments, CommandInfo command, out ReadArguments read)
    {
        read = default;
        ReadOptions options = default;
        ReadOnlySpan<byte> group = default;
        ReadOnlySpan<byte> consumer = default;
        bool ofGroup = command == XReadGroup.Info;
        while (arguments.Remaining < 2 || !arguments.TryKeyword("STREAMS"u8))
        {
            bool isGroup = arguments.Remaining > 2 && arguments.TryKeyword("GROUP"u8);
            if (isGroup && ofGroup)
            {
                group = arguments.Next();
                consumer = arguments.Next();
                options = options with { HasGroup = true };
                continue;
            }
            if (isGroup)
                return StreamErrors.GroupOnlyInReadGroup;
            if (ReadOptions.ParseNext(ref arguments, ofGroup, ref options) is { } error)
                return error;
        }
        if (arguments.Remaining % 2 != 0)
            return StreamErrors.Unbalanced(command.Name);
        if (ofGroup && !options.HasGroup)
            return StreamErrors.GroupMissing;
        read = new ReadArguments
        {
            Keys = arguments.NextKeys(arguments.Remaining / 2),
            After = arguments.NextValues(),
            Options = options,
            Group = group,
            Consumer = consumer,
        };
        return null;
    }
}
