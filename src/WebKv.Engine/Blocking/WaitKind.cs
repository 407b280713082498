namespace WebKv.Engine.Blocking;

/// <summary>What a blocked call waits for at its keys; decides which changes of a key are worth another attempt.
/// </summary>
public enum WaitKind
{
    /// <summary>A list with elements.</summary>
    List,

    /// <summary>A sorted set with members.</summary>
    SortedSet,

    /// <summary>New entries of a stream.</summary>
    Stream,

    /// <summary>New entries for a consumer group; also the end of the group, which is an error to those who wait.
    /// </summary>
    StreamGroup,
}
