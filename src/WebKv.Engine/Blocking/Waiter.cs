using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Blocking;

/// <summary>
/// One blocked call: it stands in the line of each of its keys, and no thread waits with it.
/// </summary>
/// <remarks>
/// The idea: a call that finds nothing joins the lines of its keys under the same locks under which it has looked, so
/// no change can slip in between. Whoever changes such a key executes the first call in its line again, from
/// scratch, once the change is complete and unlocked (<see cref="WaitServer"/>); if that gives an answer, the owner
/// is told, else the call keeps its place and its deadline.
/// The state says who may execute the call: its owner until it parks, then whoever takes it from Waiting to
/// Attempting. A wake-up that meets an attempt under way leaves a mark, and the attempt is repeated; an end (deadline,
/// disconnect) that meets one is honoured after it, so that an element that was taken always reaches the owner.
/// Memory: some 500 bytes with one key. Thread rule: the lines belong to the locks of their shards; the rest is one
/// atomic word.
/// </remarks>
/// <param name="engine">The engine.</param>
/// <param name="call">What is executed again.</param>
public sealed class Waiter(KvEngine engine, IWaitingCall call)
{
    private const int Attempting = 0;
    private const int Waiting = 1;
    private const int Ended = 2;
    private const int StateMask = 3;
    private const int Again = 4;
    private const int NoEnd = -1;

    private readonly TaskCompletionSource<WaitOutcome> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<WaitPlace> _places = [];
    private int _state = Attempting;
    private int _wantedEnd = NoEnd;
    private long _deadlineMs;
    private ITimer? _timer;

    /// <summary>Completes when the wait is over, on another thread than the one that ended it.</summary>
    public Task<WaitOutcome> End => _end.Task;

    /// <summary>Whether the last attempt found nothing: the call waits.</summary>
    public bool HasJoined { get; private set; }

    /// <summary>What the call has to remember from its first attempt, such as where "new entries" began.</summary>
    public object? Memory { get; set; }

    internal WaitKind Kind { get; private set; }

    /// <summary>Whether it stands in a line.</summary>
    internal bool HasPlaces => _places.Count > 0;

    /// <summary>Makes the first attempt; true when it has joined and the owner is to park it.</summary>
    public bool TryFirst()
    {
        CommandContext context = engine.Rent();
        try
        {
            return !Attempt(context);
        }
        catch
        {
            LeaveLines();
            throw;
        }
        finally
        {
            KvEngine.Return(context);
        }
    }

    /// <summary>
    /// The owner's last word after its first attempt has joined: from now on others may execute the call. They may do
    /// so before this returns; what the owner needs for that must be ready.
    /// </summary>
    public void Park()
    {
        engine.Waits.Entered();
        CommandContext context = engine.Rent();
        try
        {
            if (AttemptUntilQuiet(context, attemptsFirst: false))
                return;
        }
        finally
        {
            KvEngine.Return(context);
        }
        StartTimer();
    }

    /// <summary>Ends the wait without an answer, unless an attempt that is under way gives one.</summary>
    public void TryEnd(WaitOutcome outcome)
    {
        Interlocked.CompareExchange(ref _wantedEnd, (int)outcome, NoEnd);
        if (Interlocked.CompareExchange(ref _state, Attempting, Waiting) == Waiting)
            Finish(outcome);
    }

    /// <summary>Puts the call in the lines of its keys, whose shards are locked. Repeated attempts keep their place.
    /// </summary>
    internal void Join(CommandContext context, WaitKind kind, KeyList keys, long timeoutMs)
    {
        HasJoined = true;
        if (_places.Count > 0)
            return;
        Kind = kind;
        _deadlineMs = timeoutMs == 0 ? 0 : context.NowMs + timeoutMs;
        for (int i = 0; i < keys.Count; i++)
        {
            Key key = keys[i];
            _places.Add(engine.ShardOf(key).WaitLines.Add(context.Database, key, this));
        }
    }

    /// <summary>Executes the call again because a key of it is ready. False when it still waits.</summary>
    internal bool Wake(CommandContext context)
    {
        while (true)
        {
            int state = Volatile.Read(ref _state);
            if ((state & StateMask) == Ended)
                return true;
            if (state == Waiting)
            {
                if (Interlocked.CompareExchange(ref _state, Attempting, Waiting) == Waiting)
                    return AttemptUntilQuiet(context, attemptsFirst: true);
            }
            else if (Interlocked.CompareExchange(ref _state, Attempting | Again, state) == state)
            {
                return false;
            }
        }
    }

    // The caller is the one who attempts. Ends with the call over, or waiting with no wake-up missed.
    private bool AttemptUntilQuiet(CommandContext context, bool attemptsFirst)
    {
        for (bool attempts = attemptsFirst; ; attempts = true)
        {
            if (attempts && Attempt(context))
            {
                Finish(WaitOutcome.Served);
                return true;
            }
            int wanted = Volatile.Read(ref _wantedEnd);
            if (wanted != NoEnd)
            {
                Finish((WaitOutcome)wanted);
                return true;
            }
            if (Interlocked.CompareExchange(ref _state, Waiting, Attempting) == Attempting)
                return HonourLateEnd();
        }
    }

    // An end that was asked for between the look and the release found nobody waiting and relies on this.
    private bool HonourLateEnd()
    {
        int wanted = Volatile.Read(ref _wantedEnd);
        if (wanted == NoEnd || Interlocked.CompareExchange(ref _state, Attempting, Waiting) != Waiting)
            return false;
        Finish((WaitOutcome)wanted);
        return true;
    }

    private bool Attempt(CommandContext context)
    {
        Volatile.Write(ref _state, Attempting);
        HasJoined = false;
        context.Waiter = this;
        try
        {
            call.Attempt(context);
        }
        finally
        {
            // The next call in line may be executed with the same context.
            context.Waiter = null;
            context.StateKey = null;
            context.Preconditions.Clear();
            context.PresetNowMs = 0;
        }
        return !HasJoined;
    }

    private void Finish(WaitOutcome outcome)
    {
        Volatile.Write(ref _state, Ended);
        LeaveLines();
        _timer?.Dispose();
        engine.Waits.Left();
        _end.TrySetResult(outcome);
    }

    private void LeaveLines()
    {
        foreach (WaitPlace place in _places)
            place.Leave();
    }

    private void StartTimer()
    {
        if (_deadlineMs == 0)
            return;
        long left = Math.Max(0, _deadlineMs - engine.NowMs);
        _timer = engine.Time.CreateTimer(
            waiter => ((Waiter)waiter!).TryEnd(WaitOutcome.TimedOut),
            this,
            TimeSpan.FromMilliseconds(Math.Min(left, TimerMsMax)),
            Timeout.InfiniteTimeSpan);
        if (_end.Task.IsCompleted)
            _timer.Dispose();
    }

    // The longest that a timer can be set to, 49 days: as good as for ever.
    private const long TimerMsMax = uint.MaxValue - 1;
}
