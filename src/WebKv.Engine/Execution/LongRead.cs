using System.Diagnostics;
using WebKv.Engine.Commands;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.Execution;

/// <summary>
/// Reads collections that are too big for one hold of their locks: in slices, with others let in between.
/// </summary>
/// <remarks>
/// The idea is that of optimistic reading. Between two slices the command lets go of all its locks and takes them
/// again. If every source then is what it was at the start, by type and ETag, nothing has happened, and what was read
/// before and after is a picture of one moment. If not, the reading starts again, at most <see cref="RestartsMax"/>
/// times; the last attempt keeps the locks to its end. Whoever stores a result does so in the hold in which the last
/// slice ended: the sources are then still those that were read.
/// The command carries <see cref="CommandFlags.Pauses"/>. In a transaction, with preconditions, and in a replay it
/// must not let go: the whole is one slice. A pause voids records and collections; open them anew after it.
/// Cost: a clock read per question; at a pause two look-ups per source, and hashes of those that are packed.
/// </remarks>
internal ref struct LongRead
{
    /// <summary>Room of the reply buffer that a slice is not expected to use up.</summary>
    public const int SliceBytesAbout = 2 * 1024 * 1024;

    /// <inheritdoc cref="SliceBytesAbout"/>
    public const int SliceEntriesAbout = 64 * 1024;

    /// <summary>How long a pause waits for others to be served at most.</summary>
    public static readonly TimeSpan YieldTimeMax = TimeSpan.FromMilliseconds(2);

    private const int RestartsMax = 2;
    private const int SlicesPerSecond = 2_000;

    private static readonly long SliceTicks = Stopwatch.Frequency / SlicesPerSecond;

    private readonly CommandContext _context;
    private readonly Key _key;
    private readonly KeyList _keys;
    private readonly bool _isSingle;
    private bool _mayPause;
    private int _restarts;
    private long _sliceStart;

    /// <summary>Begins to read one key.</summary>
    public LongRead(CommandContext context, Key key)
        : this(context)
    {
        _key = key;
        _isSingle = true;
    }

    /// <summary>Begins to read several keys.</summary>
    public LongRead(CommandContext context, KeyList keys)
        : this(context) => _keys = keys;

    private LongRead(CommandContext context)
    {
        _context = context;
        _mayPause = context.MayPause;
        _sliceStart = Stopwatch.GetTimestamp();
    }

    /// <summary>Whether <see cref="Pause"/> lets go of the locks at all.</summary>
    public readonly bool MayPause => _mayPause;

    /// <summary>Whether the slice has lasted long enough; ask every few microseconds of work.</summary>
    public readonly bool IsDue => _mayPause && Stopwatch.GetTimestamp() - _sliceStart >= SliceTicks;

    /// <summary>Ends the slice and begins the next one; false when a source has changed: forget all that was read
    /// and start again.</summary>
    /// <param name="outside">What can be done while no lock is held: it may touch nothing that others can see.</param>
    public bool Pause(Action? outside = null)
    {
        // While the locks are held nothing changes: the state at the end of a slice is that at its beginning.
        ulong before = CurrentState();
        _context.Pause(outside);
        _sliceStart = Stopwatch.GetTimestamp();
        if (CurrentState() == before)
            return true;
        _mayPause = ++_restarts <= RestartsMax;
        return false;
    }

    // The place counts, so that two sources that change places are a change.
    private readonly ulong CurrentState()
    {
        if (_isSingle)
            return StateOf(_key);
        ulong state = 0;
        for (int i = 0; i < _keys.Count; i++)
            state = (state ^ StateOf(_keys[i])) * 0x9E3779B97F4A7C15UL;
        return state;
    }

    private readonly ulong StateOf(Key key) => _context.TryPeek(key, out Record record)
        ? _context.EtagOf(key, record) * 31 + (ulong)record.Type + 1
        : 0;
}
