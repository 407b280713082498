using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Blocking;

/// <summary>A command line that may wait, on a client of its own.</summary>
internal sealed class WaitingLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _cancel = new();
    private readonly CommandLine _line;
    private readonly CommandEntry _entry;
    private readonly CommandScope _scope;
    private object? _reply;

    public WaitingLine(TestEngine engine, params string[] arguments)
    {
        _line = CommandLine.Of(arguments);
        _entry = engine.Table.Find(_line.Arguments)!;
        _scope = new CommandScope(engine.Dispatcher, engine.NewClient().Session);
        Outcome = AwaitedCall.RunAsync(engine.Engine, Attempt, _cancel.Token);
    }

    public Task<WaitOutcome> Outcome { get; }

    public bool IsWaiting => !Outcome.IsCompleted;

    /// <summary>The reply of a call that was served.</summary>
    public async Task<Reply> ReplyAsync()
    {
        WaitOutcome outcome = await Outcome.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(WaitOutcome.Served, outcome);
        return new Reply(_line.ToString()!, _reply);
    }

    /// <summary>What the client is told: nothing, when the time is over.</summary>
    public async Task<object?> AnswerAsync()
    {
        WaitOutcome outcome = await Outcome.WaitAsync(Patience, TestContext.Current.CancellationToken);
        return outcome == WaitOutcome.Served ? _reply : null;
    }

    public void Dispose()
    {
        _cancel.Cancel();
        _cancel.Dispose();
        _line.Dispose();
    }

    private void Attempt(CommandContext context)
    {
        var writer = new TreeReplyWriter();
        _scope.BeginBatch(context);
        context.Database = _scope.Database;
        Error? error = _entry.Execute(_scope, _line.Arguments, writer);
        Assert.Equal(context.Waiter!.HasJoined, writer.Replies.Count == 0 && error is null);
        _reply = writer.Replies.SingleOrDefault();
    }
}
