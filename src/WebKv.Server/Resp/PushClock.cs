namespace WebKv.Server.Resp;

/// <summary>
/// Wakes connections a moment later: those that wait for more messages of a burst before they send.
/// </summary>
/// <remarks>One timer for all of them, which runs only while somebody waits. Thread rule: any thread.</remarks>
internal sealed class PushClock : IDisposable
{
    private const int DelayMs = 2;
    private const int AtOnce = 32;

    private readonly Lock _gate = new();
    private readonly Timer _timer;
    private List<RespPushes> _waiting = [];

    public PushClock() => _timer = new Timer(static clock => ((PushClock)clock!).Ring(), this, -1, -1);

    public void Add(RespPushes pushes)
    {
        lock (_gate)
        {
            _waiting.Add(pushes);
            if (_waiting.Count == 1)
                _timer.Change(DelayMs, Timeout.Infinite);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Ring()
    {
        List<RespPushes> waiting;
        lock (_gate)
        {
            waiting = _waiting;
            _waiting = [];
        }
        for (int first = AtOnce; first < waiting.Count; first += AtOnce)
            ThreadPool.UnsafeQueueUserWorkItem(
                static part => SendAll(part),
                waiting.GetRange(first, Math.Min(AtOnce, waiting.Count - first)),
                preferLocal: false);
        SendAll(waiting.GetRange(0, Math.Min(AtOnce, waiting.Count)));
    }

    private static void SendAll(List<RespPushes> waiting)
    {
        foreach (RespPushes pushes in waiting)
            pushes.Ring();
    }
}
