using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XCLAIM: gives entries that a group has pending, and that nobody has touched for long enough, to a consumer.
/// </summary>
/// <remarks>What is pending but was deleted is dropped from what is pending. Logged per entry with the time and the
/// count that it got.</remarks>
public readonly ref struct XClaim : ICommand<XClaim, EntriesReply>
{
    public static CommandInfo Info { get; } = new("xclaim",
        "key group consumer min-idle-ms id [id ...] [IDLE ms] [TIME unix-ms] [RETRYCOUNT count] [FORCE] [JUSTID] "
        + "[LASTID id]")
    {
        Arity = -6,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Stream,
        Keys = KeySpec.One,
        Summary = "Makes a consumer the owner of entries that were delivered to another.",
        Complexity = "O(log(N)) for each id",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Group { get; init; }

    public required ReadOnlySpan<byte> Consumer { get; init; }

    public required long MinIdleMs { get; init; }

    public required ValueList Ids { get; init; }

    public ClaimOptions Options { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XClaim command)
    {
        command = default;
        Key key = arguments.NextKey();
        ReadOnlySpan<byte> group = arguments.Next();
        ReadOnlySpan<byte> consumer = arguments.Next();
        if (arguments.NextInteger(out long minIdleMs) is not null)
            return StreamErrors.InvalidMinIdle(Info);
        ValueList ids = NextIds(ref arguments);
        Error? error = ClaimOptions.Parse(ref arguments, out ClaimOptions options);
        command = new XClaim
        {
            Key = key,
            Group = group,
            Consumer = consumer,
            MinIdleMs = Math.Max(0, minIdleMs),
            Ids = ids,
            Options = options,
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out EntriesReply reply)
    {
        reply = default;
        Error? error = StreamKeys.PeekGroup(
            context, Key, Group, out Record record, out StreamCollection stream, out StreamGroup group)
            ?? StreamIds.Check(Ids);
        if (error is not null)
            return error;
        bool movesOn = Options.LastId > group.LastId;
        if (movesOn)
            group.LastId = Options.LastId;
        StreamConsumer consumer = GroupConsumers.See(context, Key, group, Consumer, out bool isNew);
        var claim = new Claim(context, Key, stream, group, consumer)
        {
            MinIdleMs = MinIdleMs,
            DeliveredMs = Options.ResolveTime(context),
            Deliveries = Options.Deliveries,
            Force = Options.Force,
            IdsOnly = Options.IdsOnly,
        };
        int first = context.Replies.EntryCount;
        int count = 0;
        for (int i = 0; i < Ids.Count; i++)
            if (claim.TryTake(StreamIds.At(Ids, i)))
                count++;
        if (movesOn && count == 0)
            StreamEffects.LogPosition(context, Key, group);
        if (movesOn || isNew || claim.HasChanged)
            context.Collections.Edited(Key, record);
        reply = new EntriesReply(context.Replies, first, count, Options.IdsOnly);
        return null;
    }

    // The ids end where the first word stands that is none.
    private static ValueList NextIds(ref ArgReader arguments)
    {
        int first = arguments.Position;
        while (arguments.HasNext && StreamIds.Parse(arguments.Peek(), out _) is null)
            arguments.Next();
        return new ValueList(arguments.Line, first, arguments.Position - first);
    }
}
