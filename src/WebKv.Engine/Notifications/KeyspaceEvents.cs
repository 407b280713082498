namespace WebKv.Engine.Notifications;

/// <summary>What keyspace notifications can tell, as chosen by notify-keyspace-events.</summary>
[Flags]
public enum KeyspaceEvents
{
    None = 0,

    /// <summary>K: messages to the key's channel, __keyspace@db__:key.</summary>
    KeyspaceChannel = 1 << 0,

    /// <summary>E: messages to the event's channel, __keyevent@db__:event.</summary>
    KeyeventChannel = 1 << 1,

    /// <summary>g: del, expire, rename and other events of any type.</summary>
    Generic = 1 << 2,

    /// <summary>$: strings.</summary>
    String = 1 << 3,

    /// <summary>l: lists.</summary>
    List = 1 << 4,

    /// <summary>s: sets.</summary>
    Set = 1 << 5,

    /// <summary>h: hashes.</summary>
    Hash = 1 << 6,

    /// <summary>z: sorted sets.</summary>
    SortedSet = 1 << 7,

    /// <summary>x: keys that expired.</summary>
    Expired = 1 << 8,

    /// <summary>e: keys that were evicted.</summary>
    Evicted = 1 << 9,

    /// <summary>t: streams.</summary>
    Stream = 1 << 10,

    /// <summary>m: reads of keys that do not exist.</summary>
    KeyMiss = 1 << 11,

    /// <summary>n: new keys.</summary>
    New = 1 << 12,

    /// <summary>d: events of modules; accepted, there are none.</summary>
    Module = 1 << 13,

    /// <summary>A: everything but misses and new keys.</summary>
    All = Generic | String | List | Set | Hash | SortedSet | Expired | Evicted | Stream | Module,
}
