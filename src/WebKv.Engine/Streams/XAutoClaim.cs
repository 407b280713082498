using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XAUTOCLAIM: looks through what a group has pending, from an id on, and gives a consumer what nobody has
/// touched for long enough.</summary>
/// <remarks>It looks at ten times as many entries as it may claim. Logged as XCLAIM is.</remarks>
public readonly ref struct XAutoClaim : ICommand<XAutoClaim, AutoClaimReply>
{
    /// <summary>Entries claimed at most unless told otherwise.</summary>
    public const long CountDefault = 100;

    private const int LooksPerEntry = 10;
    private const long CountMaxMax = long.MaxValue / 16;

    public static CommandInfo Info { get; } = new("xautoclaim",
        "key group consumer min-idle-ms start [COUNT count] [JUSTID]")
    {
        Arity = -6,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Stream,
        Keys = KeySpec.One,
        Summary = "Makes a consumer the owner of entries that were delivered long ago and not acknowledged.",
        Complexity = "O(1) if the count is small",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Group { get; init; }

    public required ReadOnlySpan<byte> Consumer { get; init; }

    public required long MinIdleMs { get; init; }

    public required StreamId Start { get; init; }

    public long CountMax { get; init; }

    public bool IdsOnly { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XAutoClaim command)
    {
        command = default;
        Key key = arguments.NextKey();
        ReadOnlySpan<byte> group = arguments.Next();
        ReadOnlySpan<byte> consumer = arguments.Next();
        if (arguments.NextInteger(out long minIdleMs) is not null)
            return StreamErrors.InvalidMinIdle(Info);
        Error? error = StreamIds.ParseStart(arguments.Next(), out StreamId start);
        long count = CountDefault;
        bool idsOnly = false;
        while (error is null && arguments.HasNext)
        {
            if (arguments.TryKeyword("JUSTID"u8))
                idsOnly = true;
            else if (arguments.Remaining > 1 && arguments.TryKeyword("COUNT"u8))
                error = arguments.NextInteger(out count) is null ? null : StreamErrors.CountNotPositive;
            else
                error = CommonErrors.Syntax;
        }
        command = new XAutoClaim
        {
            Key = key,
            Group = group,
            Consumer = consumer,
            MinIdleMs = Math.Max(0, minIdleMs),
            Start = start,
            CountMax = count,
            IdsOnly = idsOnly,
        };
        return error ?? command.CheckCount();
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out AutoClaimReply reply)
    {
        reply = default;
        if (CheckCount() is { } invalid)
            return invalid;
        Error? error = StreamKeys.PeekGroup(
            context, Key, Group, out Record record, out StreamCollection stream, out StreamGroup group);
        if (error is not null)
            return error;
        StreamConsumer consumer = GroupConsumers.See(context, Key, group, Consumer, out bool isNew);
        var claim = new Claim(context, Key, stream, group, consumer)
        {
            MinIdleMs = MinIdleMs,
            DeliveredMs = context.NowMs,
            IdsOnly = IdsOnly,
        };
        reply = Run(context, group, ref claim);
        if (isNew || claim.HasChanged)
            context.Collections.Edited(Key, record);
        return null;
    }

    private AutoClaimReply Run(CommandContext context, StreamGroup group, ref Claim claim)
    {
        int first = context.Replies.EntryCount;
        int count = 0;
        List<StreamId>? gone = null;
        PendingCursor cursor = group.Pending(Start);
        bool more = cursor.MoveNext();
        for (long looks = CountMax * LooksPerEntry; more && looks > 0 && count + (gone?.Count ?? 0) < CountMax; looks--)
        {
            StreamId id = cursor.Current.Id;
            if (claim.IsGone(id))
            {
                (gone ??= []).Add(id);
                claim.Drop(id);
                cursor = group.Pending(id);
            }
            else if (claim.TryTake(id))
                count++;
            more = cursor.MoveNext();
        }
        StreamId next = more ? cursor.Current.Id : StreamId.Min;
        return new AutoClaimReply(next, new EntriesReply(context.Replies, first, count, IdsOnly), gone ?? []);
    }

    private Error? CheckCount() => CountMax is < 1 or > CountMaxMax ? StreamErrors.CountNotPositive : null;
}
