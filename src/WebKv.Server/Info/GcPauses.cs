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

    private DateTime _suspendedAt;
    private long _longestTicks;

    public TimeSpan Longest => new(Interlocked.Read(ref _longestTicks));

    public void Reset() => Interlocked.Exchange(ref _longestTicks, 0);

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
            Note((eventData.TimeStamp - _suspendedAt).Ticks);
    }

    private void Note(long ticks)
    {
        _suspendedAt = default;
        if (ticks > Interlocked.Read(ref _longestTicks))
            Interlocked.Exchange(ref _longestTicks, ticks);
    }
}
