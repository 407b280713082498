using System.Diagnostics;
using System.Runtime.CompilerServices;
using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Effects;
using WebKv.Engine.Errors;
using WebKv.Engine.Eviction;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.PubSub;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Execution;

/// <summary>
/// The store: shards, the clock, the journal, and the one way in which commands are executed.
/// </summary>
/// <remarks>
/// The idea: a command runs on its caller's thread. Its keys' shards are locked in ascending order, it is applied,
/// its effects go to the journal as one unit, the shards are unlocked; the caller then formats and sends the reply.
/// Commands on different shards run in parallel, a command on several keys is atomic, and nobody ever waits for
/// anything but a lock held for less than a microsecond or so.
/// Memory: 80 bytes of process for a key of 16 and a value of 32. Thread rule: everything public may be called from any
/// thread.
/// </remarks>
public sealed class KvEngine : IDisposable
{
    private readonly RegionSource _regions = new();
    private readonly Shard[] _shards;
    private readonly TimeProvider _time;

    [ThreadStatic]
    private static CommandContext? _spareContext;

    public KvEngine(EngineOptions options, IJournal journal, TimeProvider time)
    {
        Options = options;
        Journal = journal;
        _time = time;
        _memoryMax = options.MemoryMax;
        Waits = new WaitCounter(options.WaitsMax);
        Notifications = new KeyspaceNotifier(PubSub) { Chosen = options.Notifications };
        _shards = new Shard[options.ResolvedShards];
        Frees = new LazyFreeQueue();
        Evictor = new Evictor(this);
        for (int i = 0; i < _shards.Length; i++)
            _shards[i] = new Shard(i, options.Databases, _regions, Frees.Add);
    }

    public EngineOptions Options { get; }

    public IJournal Journal { get; }

    /// <summary>Limit of <see cref="UsedBytes"/>; 0 for none. May be changed at run time.</summary>
    public long MemoryMax
    {
        get => Interlocked.Read(ref _memoryMax);
        set => Interlocked.Exchange(ref _memoryMax, value);
    }

    private long _memoryMax;

    public IReadOnlyList<Shard> Shards => _shards;

    public int ShardCount => _shards.Length;

    /// <summary>Bytes of records, index and big values, exact to the block.</summary>
    public long UsedBytes
    {
        get
        {
            long bytes = Blob.AllocatedBytes;
            foreach (Shard shard in _shards)
                bytes += shard.UsedBytes;
            return bytes;
        }
    }

    /// <summary>Bytes of address space that the slabs have taken from the system.</summary>
    public long ReservedBytes => _regions.RegionBytesReserved;

    /// <summary>The engine's clock.</summary>
    public TimeProvider Time => _time;

    /// <summary>Unix milliseconds by the engine's clock.</summary>
    public long NowMs => _time.GetUtcNow().ToUnixTimeMilliseconds();

    public LazyFreeQueue Frees { get; }

    /// <summary>Makes room when <see cref="MemoryMax"/> is reached.</summary>
    public Evictor Evictor { get; }

    /// <summary>Calls that wait for their keys.</summary>
    public WaitCounter Waits { get; }

    /// <summary>Messages between clients.</summary>
    public PubSubBroker PubSub { get; } = new();

    /// <summary>Tells subscribers what happens to keys.</summary>
    public KeyspaceNotifier Notifications { get; }

    /// <summary>Keys of a database, those included that are expired and not yet removed. Takes no locks.</summary>
    public long CountKeys(int database)
    {
        long count = 0;
        foreach (Shard shard in _shards)
            count += shard.TableOrNull(database)?.Count ?? 0;
        return count;
    }

    /// <summary>Keys of a database that have an expiry. Takes no locks.</summary>
    public long CountVolatileKeys(int database)
    {
        long count = 0;
        foreach (Shard shard in _shards)
            count += shard.TableOrNull(database)?.VolatileCount ?? 0;
        return count;
    }

    /// <summary>A context for one request; give it back on the same thread, after the reply has been written.</summary>
    public CommandContext Rent()
    {
        CommandContext? spare = _spareContext;
        _spareContext = null;
        return spare is not null && ReferenceEquals(spare.Engine, this) ? spare : new CommandContext(this);
    }

    public static void Return(CommandContext context)
    {
        // What was removed outside of units, such as keys that expired in a sweep.
        if (context.Ready.Count > 0)
            WaitServer.Serve(context.Engine, context);
        context.Outbox.Send();
        context.Clear();
        _spareContext = context;
    }

    /// <summary>Runs one command as a unit of its own.</summary>
    public Error? Execute<TCommand, TReply>(CommandContext context, scoped in TCommand command, out TReply reply)
        where TCommand : struct, IOperation<TReply>, allows ref struct
        where TReply : struct, IReply, allows ref struct
    {
        reply = default;
        // What was journalled was allowed when it happened: a replay that refuses it would stop, or lose it.
        if (!context.IsReplay && RefusesForMemory(TCommand.Info))
            return CommonErrors.OutOfMemory;
        var keys = new KeySet(ShardCount);
        command.DeclareKeys(ref keys);
        if (context.Preconditions.Count > 0)
            DeclarePreconditions(context, TCommand.Info, ref keys);

        Enter(in keys);
        try
        {
            context.BeginUnit();
            if (TCommand.Info.Is(CommandFlags.Pauses) && context.Preconditions.Count == 0 && !context.IsReplay)
                context.AllowPauses(in keys);
            Error? error = PreconditionChecker.Check(context) ?? command.Apply(context, out reply);
            context.CaptureState();
            Commit(context);
            return error;
        }
        finally
        {
            Exit(in keys);
            context.HoldsAllShards = false;
            context.ForbidPauses();
            AfterUnit(context);
        }
    }

    /// <summary>
    /// Runs what a door composes of several commands as one unit: all its shards are locked once, at one point in
    /// time, and the journal keeps it whole. If a precondition of the context does not hold, nothing runs.
    /// </summary>
    /// <param name="context">The context.</param>
    /// <param name="keys">Every key that the body may touch.</param>
    /// <param name="state">Handed to the body, which then need not capture anything.</param>
    /// <param name="body">Runs under the locks: it calls <see cref="ExecuteInUnit"/> and may look at keys; nothing
    /// that waits.</param>
    public Error? ExecuteUnit<TState>(
        CommandContext context, KeySet keys, TState state, Action<CommandContext, TState> body)
        where TState : allows ref struct
    {
        if (context.Preconditions.Count > 0)
            PreconditionChecker.Declare(context, ref keys);
        Enter(in keys);
        context.HoldsAllShards = keys.HasAll;
        try
        {
            context.BeginUnit();
            Error? error = PreconditionChecker.Check(context);
            if (error is null)
                body(context, state);
            Commit(context);
            return error;
        }
        finally
        {
            context.HoldsAllShards = false;
            Exit(in keys);
            AfterUnit(context);
        }
    }

    /// <summary>Runs one command inside a unit whose locks are held already. Memory was asked for before the unit: one
    /// that has begun runs to its end. The reply and the state of the context's
    /// <see cref="CommandContext.StateKey"/> live until the next command.</summary>
    public static Error? ExecuteInUnit<TCommand, TReply>(
        CommandContext context, scoped in TCommand command, out TReply reply)
        where TCommand : struct, IOperation<TReply>, allows ref struct
        where TReply : struct, IReply, allows ref struct
    {
        reply = default;
        context.Replies.Reset();
        Error? error = command.Apply(context, out reply);
        context.CaptureState();
        return error;
    }

    /// <summary>Whether the memory limit keeps a command from running. Removes keys to make room, if the policy allows
    /// it; no shard may be locked.</summary>
    public bool RefusesForMemory(CommandInfo info) =>
        MemoryMax > 0 && info.Is(CommandFlags.DenyOom) && IsAboveMemoryMax() && !Evictor.TryMakeRoom();

    // The exact sum reads a word of every shard, which other cores write: it is asked only when the limit is near.
    internal bool IsAboveMemoryMax()
    {
        long uncertain = (long)RegionSource.PageBytes * ShardCount;
        return Blob.AllocatedBytes + _regions.UsedBytesAbout + uncertain > MemoryMax && UsedBytes > MemoryMax;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Shard ShardOf(Key key) => _shards[key.Slot & (_shards.Length - 1)];

    internal void Enter(scoped in KeySet keys)
    {
        if (keys.IsSingle(out int single))
        {
            _shards[single].Enter();
            return;
        }
        for (int i = keys.NextFrom(0); i >= 0; i = keys.NextFrom(i + 1))
            _shards[i].Enter();
    }

    internal void Exit(scoped in KeySet keys)
    {
        if (keys.IsSingle(out int single))
        {
            _shards[single].Exit();
            return;
        }
        for (int i = keys.NextFrom(0), next; i >= 0; i = next)
        {
            next = keys.NextFrom(i + 1);
            _shards[i].Exit(heldShard: next);
        }
    }

    /// <summary>
    /// Exits these shards and enters them again. The gate is not fair, and a thread that left and entered it over and
    /// over would keep all others from it: those who wait go first, for a while.
    /// </summary>
    internal void LetOthersIn(in KeySet keys, ReplyBuffer replies, Action? outside)
    {
        Exit(in keys);
        try
        {
            outside?.Invoke();
            replies.MakeRoom(LongRead.SliceBytesAbout, LongRead.SliceEntriesAbout);
            long start = Stopwatch.GetTimestamp();
            var spinner = new SpinWait();
            while (HasWaiters(in keys) && Stopwatch.GetElapsedTime(start) < LongRead.YieldTimeMax)
                spinner.SpinOnce();
        }
        finally
        {
            Enter(in keys);
        }
    }

    /// <summary>Hands the unit's effects to the journal; the locks of all that it changed are held.</summary>
    internal void Commit(CommandContext context)
    {
        if (context.Effects.Count > 0)
            context.LastLsn = Journal.Append(context.Effects);
    }

    /// <summary>What follows a unit, outside of its locks.</summary>
    internal void AfterUnit(CommandContext context)
    {
        FreeDetached(context);
        if (context.Ready.Count > 0 && !context.DefersReady)
            WaitServer.Serve(this, context);
    }

    private void FreeDetached(CommandContext context)
    {
        if (context.Detached.Count == 0 && !context.FreesBeforeReply)
            return;
        foreach ((Shard shard, RecordTable table) in context.Detached)
            Frees.Add(shard, table);
        context.Detached.Clear();
        if (context.FreesBeforeReply)
            Frees.RunToEnd();
        context.FreesBeforeReply = false;
    }

    private bool HasWaiters(in KeySet keys)
    {
        for (int i = keys.NextFrom(0); i >= 0; i = keys.NextFrom(i + 1))
            if (_shards[i].HasWaiters)
                return true;
        return false;
    }

    // A command that walks the keyspace locks no shard itself once the preconditions' shards are locked.
    private static void DeclarePreconditions(CommandContext context, CommandInfo info, ref KeySet keys)
    {
        context.HoldsAllShards = info.Is(CommandFlags.AllKeys);
        if (context.HoldsAllShards)
            keys.AddAll();
        PreconditionChecker.Declare(context, ref keys);
    }

    public void Dispose()
    {
        Frees.RunToEnd();
        foreach (Shard shard in _shards)
            shard.Dispose();
        Frees.RunToEnd();
        _regions.Dispose();
    }
}
