using WebKv.Engine.Commands;
using WebKv.Engine.Execution;

namespace WebKv.Engine.Sessions;

/// <summary>
/// Where a command line comes from: a RESP connection with its session, or one request of a stateless door.
/// </summary>
public sealed class CommandScope(CommandDispatcher dispatcher, ClientSession? session)
{
    private int _database;

    public CommandDispatcher Dispatcher { get; } = dispatcher;

    public KvEngine Engine => Dispatcher.Engine;

    /// <summary>Null on stateless doors.</summary>
    public ClientSession? Session { get; } = session;

    /// <summary>Rented by the door for the time of a batch or request.</summary>
    public CommandContext Context { get; private set; } = null!;

    /// <summary>Runs from <see cref="BeginBatch"/> on.</summary>
    public BatchClock Clock { get; } = new(dispatcher.Engine.Time);

    /// <summary>Call before the first command of a batch or request.</summary>
    public void BeginBatch(CommandContext context)
    {
        Context = context;
        Clock.Start();
    }

    /// <summary>The selected logical database.</summary>
    public int Database
    {
        get => Session?.Database ?? _database;
        set
        {
            if (Session is not null)
                Session.Database = value;
            _database = value;
        }
    }

    /// <summary>Stateless doors authenticate each request before they dispatch.</summary>
    public bool IsAuthenticated => Session?.IsAuthenticated ?? true;
}
