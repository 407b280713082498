using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.PubSub;
using WebKv.Engine.Sessions;

namespace WebKv.Testing.Engine;

/// <summary>One connection of a <see cref="TestEngine"/>: its own database, transaction and watches.</summary>
public sealed class TestClient(TestEngine owner, ClientSession session)
{
    private readonly CommandScope _scope = new(owner.Dispatcher, session);

    public ClientSession Session { get; } = session;

    public Reply Run(params string[] arguments)
    {
        List<object?> replies = RunAll(arguments);
        Assert.Single(replies);
        return new Reply(string.Join(' ', arguments), replies[0]);
    }

    /// <summary>Runs a command that has a reply per argument, such as SUBSCRIBE, or none.</summary>
    public List<object?> RunAll(params string[] arguments)
    {
        using CommandLine line = TestEngine.Line(arguments);
        var writer = new TreeReplyWriter();
        _scope.BeginBatch(owner.Engine.Rent());
        owner.Dispatcher.Dispatch(_scope, line.Arguments, writer);
        KvEngine.Return(_scope.Context);
        return writer.Replies;
    }

    /// <summary>The messages that have come since the last call, each as an array; a discontinuity is the number of
    /// messages dropped.</summary>
    public List<object?> TakeMessages()
    {
        var writer = new TreeReplyWriter();
        if (Session.Subscriber is not { } subscriber)
            return writer.Replies;
        subscriber.LetGo();
        var items = new PushItem[8];
        while (subscriber.Take(items) is var count and > 0)
        {
            foreach (PushItem item in items.AsSpan(0, count))
            {
                item.WriteTo(writer);
                if (item.Message is null)
                    writer.Integer(item.Dropped);
                item.Release();
            }
        }
        return writer.Replies;
    }
}
