using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XADD: appends an entry to a stream, which is created if need be, and may cut the stream's old end.
/// </summary>
/// <remarks>Logged with the id that it got and the exact length that trimming left.</remarks>
public readonly ref struct XAdd : ICommand<XAdd, StreamIdReply>
{
    private const long EntryBytesMax = 1L << 30;

    public static CommandInfo Info { get; } = new("xadd",
        "key [NOMKSTREAM] [MAXLEN | MINID [= | ~] threshold [LIMIT count]] <* | id> field value [field value ...]")
    {
        Arity = -5,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.Stream,
        Keys = KeySpec.One,
        Summary = "Appends an entry to a stream.",
        Complexity = "O(1); O(N) in the number of entries that trimming takes out",
    };

    public required Key Key { get; init; }

    public required NewEntryId Id { get; init; }

    /// <summary>Names and values in turns; at least one pair.</summary>
    public required ValueList Fields { get; init; }

    public TrimOptions Trim { get; init; }

    /// <summary>NOMKSTREAM: do nothing if the key does not exist.</summary>
    public bool OnlyIfExists { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XAdd command)
    {
        command = default;
        Key key = arguments.NextKey();
        bool onlyIfExists = false;
        TrimOptions trim = default;
        while (true)
        {
            if (TrimOptions.TryParse(ref arguments, ref trim, out Error? error))
            {
                if (error is not null)
                    return error;
                continue;
            }
            if (arguments.Remaining < 2 || !arguments.TryKeyword("NOMKSTREAM"u8))
                break;
            onlyIfExists = true;
        }
        if (!arguments.HasNext)
            return CommonErrors.WrongArity(Info.Name);
        Error? invalid = NewEntryId.Parse(arguments.Next(), out NewEntryId id);
        if (invalid is not null && invalid != StreamErrors.IdZero)
            return invalid;
        if (trim.Check() is { } unfit)
            return unfit;
        if (arguments.Remaining < 2 || arguments.Remaining % 2 != 0)
            return CommonErrors.WrongArity(Info.Name);
        command = new XAdd
        {
            Key = key,
            Id = id,
            Fields = arguments.NextValues(),
            Trim = trim,
            OnlyIfExists = onlyIfExists,
        };
        return invalid;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out StreamIdReply reply)
    {
        reply = default;
        Error? error = StreamKeys.Peek(context, Key, out Record record, out StreamCollection? stream);
        if (error is not null || (stream is null && OnlyIfExists))
            return error;
        StreamId last = stream?.LastId ?? StreamId.Min;
        error = Id.Resolve(last, context.NowMs, out StreamId id) ?? CheckSize();
        if (error is not null)
            return error;

        if (stream is null)
            record = StreamKeys.Create(context, Key, out stream);
        stream.Append(id, new EntryFields(Fields));
        context.Notify(KeyspaceEvents.Stream, "xadd"u8, Key);
        bool trimmed = Trim.IsSet && Trim.Apply(context, stream) > 0;
        if (trimmed)
            context.Notify(KeyspaceEvents.Stream, "xtrim"u8, Key);
        Log(context, id, trimmed ? stream.Count : null);
        context.Collections.Edited(Key, record);
        reply = new StreamIdReply(id);
        return null;
    }

    private Error? CheckSize()
    {
        long bytes = 0;
        for (int i = 0; i < Fields.Count; i++)
            bytes += Fields[i].Length;
        return bytes > EntryBytesMax ? StreamErrors.TooLarge : null;
    }

    private void Log(CommandContext context, StreamId id, long? lengthMax)
    {
        if (!context.BeginLog("XADD"u8, 2 + Fields.Count + (lengthMax is null ? 0 : 3)))
            return;
        context.LogArgument(Key.Bytes);
        if (lengthMax is { } length)
        {
            context.LogArgument("MAXLEN"u8);
            context.LogArgument("="u8);
            context.LogArgument(length);
        }
        StreamEffects.LogId(context, id);
        Fields.Log(context);
    }
}
