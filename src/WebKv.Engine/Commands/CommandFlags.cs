namespace WebKv.Engine.Commands;

/// <summary>What the dispatcher must know about a command before it runs it; also reported by COMMAND.</summary>
[Flags]
public enum CommandFlags
{
    None = 0,

    /// <summary>May change data.</summary>
    Write = 1 << 0,

    /// <summary>Only reads data.</summary>
    ReadOnly = 1 << 1,

    /// <summary>Refused when the memory limit is reached.</summary>
    DenyOom = 1 << 2,

    /// <summary>Constant or logarithmic time.</summary>
    Fast = 1 << 3,

    /// <summary>Administration; ordinary users may be kept from it.</summary>
    Admin = 1 << 4,

    /// <summary>Allowed before authentication.</summary>
    NoAuth = 1 << 5,

    /// <summary>Answered while the data set is being loaded.</summary>
    Loading = 1 << 6,

    /// <summary>Not allowed between MULTI and EXEC.</summary>
    NoMulti = 1 << 7,

    /// <summary>Run at once between MULTI and EXEC instead of being queued.</summary>
    RunsInMulti = 1 << 8,

    /// <summary>Means nothing without a RESP connection.</summary>
    NeedsConnection = 1 << 9,

    /// <summary>Its arguments hold secrets and must not be shown or logged.</summary>
    Secret = 1 << 10,

    /// <summary>May touch any key: a transaction that holds it locks all shards. Alone it declares them all, or none
    /// and takes them in slices (<see cref="Execution.ShardSlice"/>).</summary>
    AllKeys = 1 << 11,

    /// <summary>Has its keys found by position beyond first/last/step.</summary>
    MovableKeys = 1 << 12,

    /// <summary>May take more than a millisecond: doors run it where it delays no other connection.</summary>
    Slow = 1 << 13,

    /// <summary>May wait until a key has something for it.</summary>
    Blocking = 1 << 14,

    /// <summary>May let go of its locks and take them again while it runs (<see cref="Execution.LongRead"/>).</summary>
    Pauses = 1 << 15,

    /// <summary>Allowed to a RESP2 connection that is subscribed.</summary>
    WhileSubscribed = 1 << 16,

    /// <summary>Its replies are pushes, which CLIENT REPLY does not silence.</summary>
    Pushes = 1 << 17,
}
