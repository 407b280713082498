using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Effects;
using WebKv.Engine.Errors;
using WebKv.Engine.Eviction;
using WebKv.Engine.Hashes;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.PubSub;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Execution;

/// <summary>
/// What a command sees while it runs: the keys of one logical database, one frozen point in time, and places for
/// its reply and its effects.
/// </summary>
/// <remarks>
/// A context serves one command or transaction at a time; doors rent it (<see cref="KvEngine.Rent"/>), run, write the
/// reply out and give it back. Every method that takes a key may be called only while the key's shard is locked,
/// which the executor has done for all declared keys. Changes go through the methods here and nowhere else: they
/// keep watchers, counters and expiry right.
/// </remarks>
public sealed partial class CommandContext
{
    private readonly KvEngine _engine;
    private readonly bool _wantsEffects;
    private KeySet _pausedKeys;
    private KeyState _state;
    private Blob _unhashed;

    internal CommandContext(KvEngine engine)
    {
        _engine = engine;
        _wantsEffects = engine.Journal.WantsEffects;
        Effects.KeepsBytes = _wantsEffects;
    }

    public KvEngine Engine => _engine;

    /// <summary>The logical database that the commands of this context work on.</summary>
    public int Database { get; set; }

    /// <summary>Unix milliseconds, frozen for the command or transaction.</summary>
    public long NowMs { get; private set; }

    /// <summary>The time that the door has read for the next command already; 0 lets the engine read its clock.
    /// </summary>
    public long PresetNowMs { get; set; }

    /// <summary>True while effects are replayed: nothing expires by itself and nothing is journalled.</summary>
    public bool IsReplay { get; internal set; }

    /// <summary>CLIENT NO-TOUCH: reads leave the last access alone.</summary>
    public bool LeavesAccess { get; set; }

    /// <summary>Checked before the command, under its locks.</summary>
    public List<Precondition> Preconditions { get; } = [];

    /// <summary>Positions of the preconditions that failed in the last unit.</summary>
    public List<int> FailedPreconditions { get; } = [];

    /// <summary>A key whose state the caller wants to know after the command; the command must have declared it.
    /// </summary>
    public byte[]? StateKey { get; set; }

    /// <summary>The state of <see cref="StateKey"/> after the last command. A big value that has no hash yet is
    /// hashed here, after the locks.</summary>
    public KeyState State
    {
        get
        {
            if (!_unhashed.IsNull)
            {
                _state = _state with { Etag = ContentHash.Of(_unhashed) };
                _unhashed = default;
            }
            return _state;
        }
    }

    /// <summary>The same without hashing anything: the etag of a big value may be 0, for unknown.</summary>
    public KeyState KnownState => _state;

    /// <summary>The LSN of the last unit of this context that changed something; 0 before.</summary>
    public long LastLsn { get; internal set; }

    public ReplyBuffer Replies { get; } = new();

    /// <summary>Collections by key.</summary>
    internal CollectionKeys Collections => new(this);

    /// <summary>Who waits if the next command finds nothing; null where waiting makes no sense, such as in a
    /// transaction: the command then answers as if its time were over.</summary>
    public Waiter? Waiter { get; set; }

    /// <summary>What was published; sent when the context is given back, or before by its owner.</summary>
    public Outbox Outbox { get; } = new();

    internal EffectBuffer Effects { get; } = new();

    /// <summary>Keys that were changed and that somebody waits for; served after the unit.</summary>
    internal List<ReadyKey> Ready { get; } = [];

    /// <summary>Those who wait are being served with this context; what becomes ready meanwhile joins them.</summary>
    internal bool DefersReady { get; set; }

    /// <summary>True while the executor holds all shards; see <see cref="ShardSlice"/>.</summary>
    internal bool HoldsAllShards { get; set; }

    /// <summary>Whether the command may let others at its keys before it has ended; see <see cref="LongRead"/>.
    /// </summary>
    internal bool MayPause { get; private set; }

    /// <summary>Tables detached in this unit, to be freed after the locks are released.</summary>
    internal List<(Shard Shard, RecordTable Table)> Detached { get; } = [];

    /// <summary>The caller waits until <see cref="Detached"/> is freed.</summary>
    internal bool FreesBeforeReply { get; set; }

    /// <summary>The access bits of a new key.</summary>
    internal uint NewAccess =>
        _engine.Evictor.Policy.IsLfu() ? AccessBits.NewCounter(NowMs) : AccessBits.Seconds(NowMs);

    /// <summary>Finds a live key for reading: counts a hit or miss and notes the access, unless the command asks
    /// about the key rather than for its value.</summary>
    public bool TryFind(Key key, out Record record, bool notesAccess = true)
    {
        Shard shard = _engine.ShardOf(key);
        if (!TryFindLive(shard, key, out record))
        {
            shard.Misses++;
            NotifyMiss(key);
            return false;
        }
        shard.Hits++;
        if (notesAccess && !LeavesAccess)
            record.Access = AccessAfter(record);
        return true;
    }

    /// <summary>Finds a live key without counting or noting anything.</summary>
    public bool TryPeek(Key key, out Record record) => TryFindLive(_engine.ShardOf(key), key, out record);

    /// <summary>Finds a live string for reading; a missing key is success with a null record.</summary>
    public Error? FindString(Key key, out Record record) =>
        TryFind(key, out record) && record.Type != RecordType.String ? CommonErrors.WrongType : null;

    /// <summary>Finds a live string that is about to be changed.</summary>
    public Error? PeekString(Key key, out Record record) =>
        TryPeek(key, out record) && record.Type != RecordType.String ? CommonErrors.WrongType : null;

    /// <summary>Whether a precondition holds right now; the key's shard must be locked.</summary>
    public bool Holds(Precondition precondition) => PreconditionChecker.Holds(this, precondition);

    /// <summary>Does what is slow about checking a precondition; to be called before its shard is locked.</summary>
    public void Prepare(Precondition precondition) => PreconditionChecker.Prepare(this, precondition);

    /// <summary>The ETag of a live key's value: a hash of its bytes, or the version of a big collection.</summary>
    public ulong EtagOf(Key key, Record record) => record.Encoding == RecordEncoding.Collection
        ? TableOf(key).CollectionOf(record).Version
        : ContentHash.Of(record);

    /// <summary>Bytes that a live key and its value take, without the index.</summary>
    public long MemoryBytesOf(Key key, Record record) => TableOf(key).MemoryBytesOf(record);

    /// <summary>Seconds since a record was last accessed, at most 194 days.</summary>
    public uint IdleSeconds(Record record) => (AccessBits.Seconds(NowMs) - record.Access) & AccessBits.Mask;

    /// <summary>Sets a string, whatever the key held before.</summary>
    /// <param name="key">The key.</param>
    /// <param name="existing">The key's live record, or a null one if it has none.</param>
    /// <param name="value">The new value.</param>
    /// <param name="expiryMs">Absolute expiry; 0 for none.</param>
    public void SetString(Key key, Record existing, Value value, long expiryMs)
    {
        bool isBlob = value.Length >= Values.BlobBytesMin;
        var shape = new RecordShape(
            RecordType.String,
            isBlob ? RecordEncoding.Blob : RecordEncoding.Inline,
            isBlob ? nint.Size : value.Length,
            expiryMs);
        RecordTable table = _engine.ShardOf(key).Table(Database);
        if (existing.IsNull)
            NotifyNew(key, Database);
        // Ahead of the record: if there is no memory for the copy, no record may be left that refers to nothing.
        Blob blob = isBlob ? OwnReference(value) : default;
        Record record = existing.IsNull
            ? table.Add(key.Bytes, key.Hash, shape, NewAccess)
            : table.Replace(existing, shape, AccessAfter(existing));
        if (isBlob)
            RecordTable.SetBlob(record, blob);
        else
            value.Bytes.CopyTo(record.InlineValue);
        SignalChanged(key);
    }

    /// <summary>
    /// Makes a string writable in place at a given length: keeps the bytes up to the shorter length and the expiry;
    /// bytes beyond the old length are zero. A null record creates the key.
    /// </summary>
    public Span<byte> EditString(Key key, Record existing, int length)
    {
        RecordTable table = _engine.ShardOf(key).Table(Database);
        SignalChanged(key);
        if (existing.IsNull)
        {
            NotifyNew(key, Database);
            return CreateZeroed(table, key, length);
        }
        int oldLength = existing.Bytes.Length;
        Span<byte> bytes = length >= Values.BlobBytesMin || !existing.Blob.IsNull
            ? EditBlob(table, existing, length)
            : table.Resize(existing, RecordEncoding.InlineEdited, length).InlineValue;
        if (length > oldLength)
            bytes[oldLength..].Clear();
        return bytes;
    }

    /// <summary>Removes a live key.</summary>
    public void Remove(Key key, Record record)
    {
        _engine.ShardOf(key).Table(Database).Remove(record);
        SignalChanged(key);
    }

    /// <summary>Sets a live key's absolute expiry; 0 takes it away.</summary>
    public void SetExpiry(Key key, Record record, long expiryMs)
    {
        _engine.ShardOf(key).Table(Database).SetExpiry(record, expiryMs);
        SignalChanged(key);
    }

    /// <summary>Gives another key, maybe of another database, a copy of a record with its expiry.</summary>
    public void CopyRecord(Key key, Record source, Key target, int targetDatabase)
    {
        if (source.Encoding == RecordEncoding.Collection)
        {
            Collection collection = TableOf(key).CollectionOf(source);
            SetCollection(source, _engine.ShardOf(target).Collections.Clone(collection), target, targetDatabase);
            return;
        }
        RecordTable table = MakeRoomFor(target, targetDatabase);
        Record copy = table.Add(target.Bytes, target.Hash, RecordTable.ShapeOf(source), NewAccess);
        source.InlineValue.CopyTo(copy.InlineValue);
        if (!source.Blob.IsNull)
            source.Blob.Retain();
        SignalChanged(target, targetDatabase);
    }

    /// <summary>Takes a record to another key, maybe of another database, with its expiry. A big collection is handed
    /// over, not copied.</summary>
    public void MoveRecord(Key key, Record source, Key target, int targetDatabase)
    {
        if (source.Encoding != RecordEncoding.Collection)
        {
            CopyRecord(key, source, target, targetDatabase);
        }
        else
        {
            CollectionTable to = _engine.ShardOf(target).Collections;
            Collection collection = TableOf(key).CollectionOf(source);
            bool mustCopy = collection.Heap == _engine.ShardOf(key).Heap && collection.Heap != to.Heap;
            Collection moved = mustCopy ? to.Clone(collection) : TableOf(key).TakeCollection(ref source);
            SetCollection(source, moved, target, targetDatabase);
        }
        Remove(key, source);
    }

    /// <summary>Whether a key is alive in another database; its shard must be locked.</summary>
    public bool ExistsIn(int database, Key key)
    {
        int own = Database;
        Database = database;
        bool exists = TryPeek(key, out _);
        Database = own;
        return exists;
    }

    /// <summary>To be called by a command that has found nothing: lets its caller wait for a change of these keys, all
    /// of which it has declared, if the caller can wait.</summary>
    /// <param name="kind">What it waits for.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="timeoutMs">Milliseconds; 0 for ever.</param>
    public Error? WaitFor(WaitKind kind, KeyList keys, long timeoutMs)
    {
        if (Waiter is null)
            return null;
        if (!Waiter.HasPlaces && !_engine.Waits.HasRoom)
            return CommonErrors.TooManyWaits;
        Waiter.Join(this, kind, keys, timeoutMs);
        return null;
    }

    /// <summary>Tells those who wait for keys of a database that all of it has changed; all shards are locked.
    /// </summary>
    internal void SignalAllChanged(int database)
    {
        foreach (Shard shard in _engine.Shards)
            shard.WaitLines.NoteAllChanged(this, database);
    }

    internal void NoteReady(ReadyKey key)
    {
        if (!Ready.Contains(key))
            Ready.Add(key);
    }

    /// <summary>Tells those who watch a key, or wait for it, that it changed. The methods above do it themselves.
    /// </summary>
    public void SignalChanged(Key key) => SignalChanged(key, Database);

    /// <summary>Whether a record found by other means than the methods above is to be taken for missing.</summary>
    internal bool IsExpired(Record record) => record.HasExpiry && record.ExpiryMs < NowMs && !IsReplay;

    /// <summary>Makes what was logged so far a unit of its own. Inside a transaction it stays part of that.</summary>
    internal void CommitApart()
    {
        if (HoldsAllShards)
            return;
        _engine.Commit(this);
        Effects.Reset();
    }

    /// <summary>Lets the command pause; these are the keys whose locks are held.</summary>
    internal void AllowPauses(in KeySet keys)
    {
        _pausedKeys = keys;
        MayPause = true;
    }

    internal void ForbidPauses() => MayPause = false;

    /// <summary>Lets go of all locks, until those who wait have had them, and takes them again. Records and collections
    /// got before are void afterwards.</summary>
    /// <param name="outside">What can be done while no lock is held.</param>
    internal void Pause(Action? outside = null)
    {
        // What was removed so far is out of the tables: it must be journalled before others can write these keys.
        CommitApart();
        _engine.LetOthersIn(in _pausedKeys, Replies, outside);
    }

    internal void BeginUnit()
    {
        NowMs = PresetNowMs != 0 ? PresetNowMs : _engine.NowMs;
        Effects.Reset();
        Replies.Reset();
    }

    internal void CaptureState()
    {
        if (StateKey is null)
            return;
        _state = default;
        _unhashed = default;
        Key key = Key.Of(StateKey);
        if (!TryPeek(key, out Record record))
            return;
        Blob blob = record.Blob;
        bool hashLater = !blob.IsNull && !ContentHash.IsKnown(blob);
        if (hashLater)
            _unhashed = Replies.Retain(blob);
        _state = new KeyState(true, record.Type, record.ExpiryMs, hashLater ? 0 : EtagOf(key, record));
    }

    /// <summary>Makes the context as new for the next renter.</summary>
    internal void Clear()
    {
        Effects.Reset();
        Replies.Reset();
        Preconditions.Clear();
        FailedPreconditions.Clear();
        StateKey = null;
        Waiter = null;
        DefersReady = false;
        _replaces = false;
        _state = default;
        _unhashed = default;
        Database = 0;
        LeavesAccess = false;
        IsReplay = false;
        LastLsn = 0;
        PresetNowMs = 0;
    }

    private bool TryFindLive(Shard shard, Key key, out Record record)
    {
        record = default;
        RecordTable? table = shard.TableOrNull(Database);
        if (table is null || !table.TryFind(key.Bytes, key.Hash, out record))
            return false;
        if (!IsExpired(record))
            return !record.HasTimedElements || IsReplay || FieldExpiry.RemoveDue(this, key, ref record);
        Expire(shard, table, key, record);
        record = default;
        return false;
    }

    // The removal is logged ahead of whatever the command that met it logs.
    private void Expire(Shard shard, RecordTable table, Key key, Record record)
    {
        table.Remove(record);
        shard.ExpiredKeys++;
        LogDelete(key);
        Notify(KeyspaceEvents.Expired, "expired"u8, key);
        SignalChanged(key);
    }

    // A key that is used often stays one when its value is replaced.
    private uint AccessAfter(Record record) => _engine.Evictor.Policy.IsLfu()
        ? AccessBits.Touched(record.Access, NowMs)
        : AccessBits.Seconds(NowMs);

    private RecordTable TableOf(Key key) => _engine.ShardOf(key).Table(Database);

    private RecordTable MakeRoomFor(Key target, int targetDatabase)
    {
        RecordTable table = _engine.ShardOf(target).Table(targetDatabase);
        if (table.TryFind(target.Bytes, target.Hash, out Record old))
            table.Remove(old);
        NotifyNew(target, targetDatabase);
        return table;
    }

    private void SetCollection(Record source, Collection collection, Key target, int targetDatabase)
    {
        RecordTable table = MakeRoomFor(target, targetDatabase);
        RecordShape shape = RecordTable.ShapeOf(source) with { Encoding = RecordEncoding.Inline, ValueLength = 0 };
        table.SetCollection(table.Add(target.Bytes, target.Hash, shape, NewAccess), collection);
        SignalChanged(target, targetDatabase);
    }

    private static Blob OwnReference(Value value)
    {
        if (value.Blob.IsNull)
            return Blob.CopyOf(value.Bytes);
        value.Blob.Retain();
        return value.Blob;
    }

    private Span<byte> CreateZeroed(RecordTable table, Key key, int length)
    {
        bool isBlob = length >= Values.BlobBytesMin;
        var shape = new RecordShape(
            RecordType.String,
            isBlob ? RecordEncoding.Blob : RecordEncoding.InlineEdited,
            isBlob ? nint.Size : length,
            ExpiryMs: 0);
        Blob blob = isBlob ? Blob.Allocate(length) : default;
        Record record = table.Add(key.Bytes, key.Hash, shape, NewAccess);
        if (!isBlob)
        {
            record.InlineValue.Clear();
            return record.InlineValue;
        }
        blob.Span.Clear();
        RecordTable.SetBlob(record, blob);
        return blob.Span;
    }

    private static Span<byte> EditBlob(RecordTable table, Record existing, int length)
    {
        Blob blob = existing.Blob;
        if (blob.IsNull)
        {
            blob = Blob.Allocate(length);
            existing.InlineValue.CopyTo(blob.Span);
        }
        else
        {
            blob = blob.WithLength(length);
        }
        // Also where the record keeps its size: resizing stamps the snapshot epoch of this write.
        Record record = table.Resize(existing, RecordEncoding.Blob, nint.Size);
        RecordTable.SetBlob(record, blob);
        return blob.Span;
    }

    private void SignalChanged(Key key, int database)
    {
        Shard shard = _engine.ShardOf(key);
        shard.Watches?.Touch(database, key.Hash);
        if (!shard.WaitLines.IsEmpty)
            shard.WaitLines.NoteChanged(this, database, key.Hash);
    }
}
