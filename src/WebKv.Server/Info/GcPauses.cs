using System.Diagnostics.Tracing;

namespace WebKv.Server.Info;

/// <summary>
/// The longest pause of the garbage collector, from the runtime's own events: from the order to suspend all threads
/// to their restart, with the runtime's timestamps. A handful of events per collection is all it costs.
/// </summary>
internal sealed class GcPauses : EventListener
{
    private const string RuntimeSource = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords GcKeyword = (EventKeywords)0x1;
    private const int SuspendBegin = 9;
    private const int RestartEnd = 3;

    // The runtime takes two locks in both orders when listeners begin and end, and two that do so at once can stop each
    // other for ever. A server has one; a process of tests has many.
    private static readonly Lock Lifecycle = new();

    private DateTime _suspendedAt;
    private long _longestTicks;
    private long _sinceTicks;

    private GcPauses()
    {
    }

    public TimeSpan Longest => new(Interlocked.Read(ref _longestTicks));

    /// <summary>Forgets the pauses up to now. Events arrive late, so that older ones are told by their time.</summary>
    public void Reset()
    {
        Interlocked.Exchange(ref _sinceTicks, DateTime.UtcNow.Ticks);
        Interlocked.Exchange(ref _longestTicks, 0);
    }

    public static GcPauses Start()
    {
        lock (Lifecycle)
            return new GcPauses();
    }

    public override void Dispose()
    {
        lock (Lifecycle)
            base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == RuntimeSource)
            EnableEvents(eventSource, EventLevel.Informational, GcKeyword);
    }

    // One dispatcher thread of the runtime calls this, in the order of the events.
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventId == SuspendBegin)
            _suspendedAt = eventData.TimeStamp;
        else if (eventData.EventId == RestartEnd && _suspendedAt != default)
            NotePauseUntil(eventData.TimeStamp);
    }

    private void NotePauseUntil(DateTime restarted)
    {
        DateTime suspended = _suspendedAt;
        _suspendedAt = default;
        if (suspended.Ticks < Interlocked.Read(ref _sinceTicks))
            return;
        long ticks = (restarted - suspended).Ticks;
        if (ticks > Interlocked.Read(ref _longestTicks))
            Interlocked.Exchange(ref _longestTicks, ticks);
    }
}
