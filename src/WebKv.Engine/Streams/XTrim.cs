using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XTRIM: cuts a stream at its old end; replies how many entries that took out.</summary>
/// <remarks>Logged with the exact length that is left.</remarks>
public readonly ref struct XTrim : ICommand<XTrim, IntegerReply>
{
    public static CommandInfo Info { get; } = new("xtrim", "key MAXLEN | MINID [= | ~] threshold [LIMIT count]")
    {
        Arity = -4,
        Flags = CommandFlags.Write,
        Group = CommandGroup.Stream,
        Keys = KeySpec.One,
        Summary = "Takes out the oldest entries of a stream.",
        Complexity = "O(N) in the number of entries taken out, whole chunks at a time",
    };

    public required Key Key { get; init; }

    public required TrimOptions Trim { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XTrim command)
    {
        Key key = arguments.NextKey();
        TrimOptions trim = default;
        Error? error = null;
        while (error is null && arguments.HasNext)
            if (!TrimOptions.TryParse(ref arguments, ref trim, out error))
                error = CommonErrors.Syntax;
        error ??= trim.Check();
        if (error is null && !trim.IsSet)
            error = StreamErrors.TrimMissing;
        command = new XTrim { Key = key, Trim = trim };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        Error? error = StreamKeys.Peek(context, Key, out Record record, out StreamCollection? stream);
        if (error is not null || stream is null)
            return error;
        long removed = Trim.Apply(context, stream);
        reply = new IntegerReply(removed);
        if (removed == 0)
            return null;
        context.Notify(KeyspaceEvents.Stream, "xtrim"u8, Key);
        StreamEffects.LogTrim(context, Key, stream.Count);
        context.Collections.Edited(Key, record);
        return null;
    }
}
