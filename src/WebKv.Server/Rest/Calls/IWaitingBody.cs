namespace WebKv.Server.Rest.Calls;

/// <summary>The body of an operation that may wait for its keys.</summary>
internal interface IWaitingBody
{
    /// <summary>Milliseconds to wait when there is nothing; not at all if 0 or not given.</summary>
    long? WaitMs { get; }
}
