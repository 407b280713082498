using System.Text;
using Microsoft.Extensions.Time.Testing;
using WebKv.Engine;
using WebKv.Engine.Commands;
using WebKv.Engine.Effects;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;

namespace WebKv.Testing.Engine;

/// <summary>
/// An engine with all its commands, a clock that stands still until told otherwise, and a journal that can be read.
/// Tests read like command lines: <c>engine.Run("SET", "k", "v").IsOk()</c>.
/// </summary>
public sealed class TestEngine : IDisposable
{
    private readonly MemoryJournal _journal = new(bytesMax: 1L << 30);

    public TestEngine(EngineOptions? options = null, Authenticator? authenticator = null)
    {
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Engine = new KvEngine(options ?? new EngineOptions { Shards = 4 }, _journal, Time);
        Table = EngineCommands.CreateTable(Clients, authenticator ?? new Authenticator(""));
        Dispatcher = new CommandDispatcher(Engine, Table);
        Client = NewClient();
    }

    public FakeTimeProvider Time { get; }

    public KvEngine Engine { get; }

    public CommandTable Table { get; }

    public ClientRegistry Clients { get; } = new();

    public CommandDispatcher Dispatcher { get; }

    /// <summary>The connection that <see cref="Run"/> uses.</summary>
    public TestClient Client { get; }

    public MemoryJournal Journal => _journal;

    public TestClient NewClient()
    {
        ClientSession session = Clients.Open($"127.0.0.1:{50_000 + Clients.Accepted}", "127.0.0.1:6379", Engine.NowMs);
        session.IsAuthenticated = true;
        return new TestClient(this, session);
    }

    /// <summary>Runs one command line; arguments are Latin-1, so "\u00ff" is the byte FF.</summary>
    public Reply Run(params string[] arguments) => Client.Run(arguments);

    public void Advance(long ms) => Time.Advance(TimeSpan.FromMilliseconds(ms));

    /// <summary>The journalled effects since the last call, each as "db0 SET k v".</summary>
    public List<string> TakeEffects()
    {
        List<string[]> all = _journal.ReadAll();
        List<string> fresh = [.. all.Skip(_effectsTaken).Select(line => string.Join(' ', line))];
        _effectsTaken = all.Count;
        return fresh;
    }

    private int _effectsTaken;

    public void Dispose()
    {
        _journal.Dispose();
        Engine.Dispose();
    }

    internal static CommandLine Line(string[] arguments)
    {
        var line = new CommandLine();
        foreach (string argument in arguments)
            line.Add(Encoding.Latin1.GetBytes(argument));
        return line;
    }
}
