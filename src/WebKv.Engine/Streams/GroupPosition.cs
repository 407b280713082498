using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>Where a group of consumers stands in its stream.</summary>
/// <param name="Id">The last id that counts as read; null for the stream's last one.</param>
/// <param name="EntriesRead">How many entries that are; -1 when nobody knows.</param>
public readonly record struct GroupPosition(StreamId? Id, long EntriesRead = -1)
{
    /// <summary>An id, or "$" for the stream's last one.</summary>
    public static Error? Parse(ReadOnlySpan<byte> start, long entriesRead, out GroupPosition position)
    {
        bool isLast = start is [(byte)'$'];
        StreamId id = default;
        Error? error = isLast ? null : StreamIds.Parse(start, out id);
        position = new GroupPosition(isLast ? null : id, entriesRead);
        return error;
    }

    /// <summary>The id and the options of XGROUP CREATE and SETID.</summary>
    internal static Error? Parse(
        ref ArgReader arguments, CommandInfo command, out GroupPosition position, out bool makeStream)
    {
        position = default;
        makeStream = false;
        long entriesRead = -1;
        ReadOnlySpan<byte> start = arguments.Next();
        while (arguments.HasNext)
        {
            if (command == XGroupCreate.Info && arguments.TryKeyword("MKSTREAM"u8))
                makeStream = true;
            else if (arguments.Remaining < 2 || !arguments.TryKeyword("ENTRIESREAD"u8))
                return StreamErrors.SubcommandSyntax(command);
            else if (arguments.NextInteger(out entriesRead) is { } invalid)
                return invalid;
            else if (entriesRead < -1)
                return StreamErrors.EntriesReadInvalid;
        }
        return Parse(start, entriesRead, out position);
    }
}
