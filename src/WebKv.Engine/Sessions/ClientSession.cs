using WebKv.Engine.Blocking;
using WebKv.Engine.Execution;
using WebKv.Engine.PubSub;
using WebKv.Engine.Transactions;

namespace WebKv.Engine.Sessions;

/// <summary>
/// The state of one RESP connection that commands can see and change: identity, database, protocol, transaction.
/// </summary>
/// <remarks>Owned by its connection, one command at a time; the properties shown by CLIENT LIST may be read by other
/// threads at any moment and are single words.</remarks>
public sealed class ClientSession(long id, string remoteAddress, string localAddress, long createdAtMs)
{
    private volatile bool _closing;
    private volatile Waiter? _waiter;
    private volatile Subscriber? _subscriber;
    private Action? _abort;
    private Action? _wake;

    public long Id { get; } = id;

    public string RemoteAddress { get; } = remoteAddress;

    public string LocalAddress { get; } = localAddress;

    public long CreatedAtMs { get; } = createdAtMs;

    public long LastActiveAtMs { get; set; } = createdAtMs;

    public string Name { get; set; } = "";

    public string LibraryName { get; set; } = "";

    public string LibraryVersion { get; set; } = "";

    public string LastCommand { get; set; } = "NULL";

    public int Database { get; set; }

    /// <summary>RESP version, 2 or 3.</summary>
    public int Protocol { get; set; } = 2;

    public bool IsAuthenticated { get; set; }

    public bool NoEvict { get; set; }

    public bool NoTouch { get; set; }

    /// <summary>Which replies the client wants (CLIENT REPLY).</summary>
    public ReplyMode Replies { get; set; }

    /// <summary>How long the connection waits before it sends the reply just written (DEBUG SLEEP).</summary>
    public TimeSpan ReplyDelay { get; set; }

    /// <summary>Bytes of requests and replies that the connection holds, for CLIENT LIST.</summary>
    public long BufferedBytes { get; set; }

    public long CommandCount { get; set; }

    public TransactionState Transaction { get; } = new();

    /// <summary>The call that the connection waits for, if it does.</summary>
    public Waiter? Waiter
    {
        get => _waiter;
        set => _waiter = value;
    }

    /// <summary>Where the connection's messages wait; null until it subscribes for the first time.</summary>
    public Subscriber? Subscriber => _subscriber;

    /// <summary>Whether it is subscribed to anything.</summary>
    public bool IsSubscribed => _subscriber is { Count: > 0 };

    /// <summary>A RESP2 client cannot tell a message from a reply, so while it is subscribed it may only do what has
    /// to do with that.</summary>
    internal bool IsSubscriberOnly => Protocol == 2 && IsSubscribed;

    /// <summary>True once the connection is to be closed after the replies written so far.</summary>
    public bool IsClosing => _closing;

    /// <summary>How the owner ends the connection from another thread.</summary>
    public void OnAbort(Action abort) => _abort = abort;

    /// <summary>How the owner is told that messages wait; see <see cref="PubSub.Subscriber"/>.</summary>
    public void OnMessages(Action wake) => _wake = wake;

    /// <summary>Closes after the replies written so far.</summary>
    public void CloseAfterReply() => _closing = true;

    /// <summary>Closes at once; may be called from any thread.</summary>
    public void Abort()
    {
        _closing = true;
        _abort?.Invoke();
    }

    /// <summary>The subscriber; a new one is held, since the connection is about to reply.</summary>
    internal Subscriber OpenSubscriber(KvEngine engine)
    {
        if (_subscriber is { } subscriber)
            return subscriber;
        subscriber = new Subscriber(engine.Options.SubscriberBytesMax, () => _wake?.Invoke());
        subscriber.Hold();
        return _subscriber = subscriber;
    }
}
