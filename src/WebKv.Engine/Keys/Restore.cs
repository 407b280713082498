using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Eviction;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>RESTORE: makes a key of what DUMP has returned.</summary>
/// <remarks>
/// The payload may come from anybody. So the value is made in the staging database of its shard and takes the key's
/// place only when it is whole: a bad payload changes nothing. Logged as RESTORE key ms payload ABSTTL REPLACE, with
/// ms 0 for no expiry; as DEL, if at all, when its time has passed already.
/// </remarks>
public readonly ref struct Restore : ICommand<Restore, OkReply>
{
    public static CommandInfo Info { get; } = new(
        "restore", "key ttl serialized-value [REPLACE] [ABSTTL] [IDLETIME seconds] [FREQ frequency]")
    {
        Arity = -4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Slow,
        Group = CommandGroup.Generic,
        Keys = KeySpec.One,
        Summary = "Creates a key from what DUMP has returned.",
        Complexity = "O(N) in the bytes of the value; O(N log N) for sorted sets",
    };

    public required Key Key { get; init; }

    /// <summary>Milliseconds to live, or, if <see cref="IsAbsolute"/>, Unix ms; 0 for ever.</summary>
    public long TtlMs { get; init; }

    public required Value Payload { get; init; }

    /// <summary>Overwrite the key if it exists.</summary>
    public bool Replace { get; init; }

    /// <summary>The time to live is a time, Unix ms.</summary>
    public bool IsAbsolute { get; init; }

    /// <summary>How long ago the key counts as accessed; has no effect under an LFU policy.</summary>
    public long? IdleSeconds { get; init; }

    /// <summary>Its counter of accesses; has no effect but under an LFU policy.</summary>
    public int? Frequency { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Restore command)
    {
        Key key = arguments.NextKey();
        Error? ttlError = arguments.NextInteger(out long ttlMs);
        Value payload = arguments.NextValue();
        Error? error = RestoreOptions.Parse(ref arguments, out RestoreOptions options);
        command = new Restore
        {
            Key = key,
            TtlMs = ttlMs,
            Payload = payload,
            Replace = options.Replace,
            IsAbsolute = options.IsAbsolute,
            IdleSeconds = options.IdleSeconds,
            Frequency = options.Frequency,
        };
        return error ?? ttlError;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        reply = default;
        bool exists = context.TryPeek(Key, out _);
        if (exists && !Replace)
            return CommonErrors.KeyIsTaken;
        if (ResolveTtl(context, out long deadlineMs) is { } deadlineError)
            return deadlineError;
        if (!DumpPayload.TryOpen(Payload.Bytes, out DumpPayload payload))
            return CommonErrors.DumpPayload;
        if (Stage(context, payload) is { } error)
            return error;
        if (deadlineMs != 0 && deadlineMs <= context.NowMs && !context.IsReplay)
            Drop(context, exists);
        else
            Settle(context, deadlineMs);
        return null;
    }

    private Error? ResolveTtl(CommandContext context, out long deadlineMs)
    {
        deadlineMs = TtlMs;
        if (TtlMs < 0)
            return CommonErrors.TtlNegative;
        if (TtlMs == 0 || IsAbsolute)
            return null;
        return Deadline.Resolve(TtlMs, isSeconds: false, context.NowMs, Info, out deadlineMs);
    }

    private Error? Stage(CommandContext context, DumpPayload payload)
    {
        int database = context.Database;
        context.Database = context.Engine.ShardOf(Key).StagingDatabase;
        // Only a want of memory in the middle can have left something.
        if (TryFindRaw(context, out Record leftover))
            context.Remove(Key, leftover);
        Error? error = null;
        if (payload.Type == RecordType.String)
            context.SetString(Key, default, new Value(payload.Content), expiryMs: 0);
        else
            error = CollectionType.Of(payload.Type).Read(context, Key, payload.Content);
        context.Database = database;
        return error;
    }

    private void Settle(CommandContext context, long deadlineMs)
    {
        int database = context.Database;
        context.Database = context.Engine.ShardOf(Key).StagingDatabase;
        if (TryFindRaw(context, out Record staged) && deadlineMs != 0)
            staged = context.Collections.TableOf(Key).SetExpiry(staged, deadlineMs);
        context.MoveRecord(Key, staged, Key, database);
        context.Database = database;
        SetAccess(context);
        context.Notify(KeyspaceEvents.Generic, "restore"u8, Key);
        LogRestore(context, deadlineMs);
    }

    private void Drop(CommandContext context, bool exists)
    {
        int database = context.Database;
        context.Database = context.Engine.ShardOf(Key).StagingDatabase;
        if (TryFindRaw(context, out Record staged))
            context.Remove(Key, staged);
        context.Database = database;
        if (!exists || !context.TryPeek(Key, out Record record))
            return;
        context.Remove(Key, record);
        context.LogDelete(Key);
        context.Notify(KeyspaceEvents.Generic, "del"u8, Key);
    }

    private void SetAccess(CommandContext context)
    {
        bool isLfu = context.Engine.Evictor.Policy.IsLfu();
        if (!TryFindRaw(context, out Record record))
            return;
        if (isLfu && Frequency is { } frequency)
            record.Access = AccessBits.Counter(context.NowMs, frequency);
        else if (!isLfu && IdleSeconds is { } idleSeconds)
            record.Access = AccessBits.SecondsAgo(context.NowMs, idleSeconds);
    }

    // Fields that are due already are found, and logged, by whoever uses the key next.
    private bool TryFindRaw(CommandContext context, out Record record) =>
        context.Collections.TableOf(Key).TryFind(Key.Bytes, Key.Hash, out record);

    private void LogRestore(CommandContext context, long deadlineMs)
    {
        if (!context.BeginLog("RESTORE"u8, 5))
            return;
        context.LogArgument(Key.Bytes);
        context.LogArgument(deadlineMs);
        context.LogArgument(Payload);
        context.LogArgument("ABSTTL"u8);
        context.LogArgument("REPLACE"u8);
    }
}
