namespace WebKv.Engine.Blocking;

/// <summary>How a wait ended.</summary>
public enum WaitOutcome
{
    /// <summary>The call has its answer, maybe an error.</summary>
    Served,

    /// <summary>Nothing came in time.</summary>
    TimedOut,

    /// <summary>CLIENT UNBLOCK id TIMEOUT: as if nothing had come in time.</summary>
    Unblocked,

    /// <summary>CLIENT UNBLOCK id ERROR.</summary>
    UnblockedWithError,

    /// <summary>The caller is gone or the server stops; nobody wants an answer.</summary>
    Cancelled,
}
