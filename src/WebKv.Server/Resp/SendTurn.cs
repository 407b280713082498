namespace WebKv.Server.Resp;

/// <summary>
/// Who may send on a socket: the connection its replies, which waits for its turn, or somebody its messages, who does
/// not wait, because whoever has the turn will see them.
/// </summary>
internal sealed class SendTurn
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _next;
    private bool _isTaken;

    public bool TryTake()
    {
        lock (_gate)
        {
            bool wasFree = !_isTaken;
            _isTaken = true;
            return wasFree;
        }
    }

    /// <summary>For one at a time.</summary>
    public Task TakeAsync()
    {
        lock (_gate)
        {
            if (_isTaken)
                return (_next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            _isTaken = true;
            return Task.CompletedTask;
        }
    }

    public void Release()
    {
        TaskCompletionSource? next;
        lock (_gate)
        {
            next = _next;
            _next = null;
            _isTaken = next is not null;
        }
        next?.SetResult();
    }
}
