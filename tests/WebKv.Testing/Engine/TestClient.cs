using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;

namespace WebKv.Testing.Engine;

/// <summary>One connection of a <see cref="TestEngine"/>: its own database, transaction and watches.</summary>
public sealed class TestClient(TestEngine owner, ClientSession session)
{
    private readonly CommandScope _scope = new(owner.Dispatcher, session);

    public ClientSession Session { get; } = session;

    public Reply Run(params string[] arguments)
    {
        using CommandLine line = TestEngine.Line(arguments);
        var writer = new TreeReplyWriter();
        _scope.BeginBatch(owner.Engine.Rent());
        owner.Dispatcher.Dispatch(_scope, line.Arguments, writer);
        KvEngine.Return(_scope.Context);
        Assert.Single(writer.Replies);
        return new Reply(string.Join(' ', arguments), writer.Replies[0]);
    }
}
