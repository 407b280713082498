namespace WebKv.Engine.Commands;

/// <summary>The chapter of the command reference that a command belongs to; also an access category.</summary>
public enum CommandGroup
{
    Generic,
    String,
    Bitmap,
    HyperLogLog,
    List,
    Set,
    SortedSet,
    Geo,
    Hash,
    Stream,
    PubSub,
    Transactions,
    Connection,
    Server,
}
