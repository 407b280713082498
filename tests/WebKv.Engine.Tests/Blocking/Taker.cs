using System.Text;
using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Tests.Blocking;

/// <summary>A caller of <see cref="Take"/>.</summary>
internal sealed class Taker : IDisposable
{
    private readonly CommandLine _keys;
    private readonly CancellationTokenSource _cancel = new();

    public Taker(KvEngine engine, long timeoutMs, params string[] keys)
    {
        _keys = CommandLine.Of(keys);
        TimeoutMs = timeoutMs;
        Outcome = AwaitedCall.RunAsync(engine, Attempt, _cancel.Token);
    }

    public Task<WaitOutcome> Outcome { get; }

    public string? Taken { get; private set; }

    public Error? Failure { get; private set; }

    public int Attempts { get; private set; }

    private long TimeoutMs { get; }

    public void Cancel() => _cancel.Cancel();

    public void Dispose() => _cancel.Dispose();

    private void Attempt(CommandContext context)
    {
        Attempts++;
        var keys = new KeyList(_keys.Arguments, 0, _keys.Count);
        var take = new Take { Keys = keys, TimeoutMs = TimeoutMs };
        Failure = context.Engine.Execute(context, take, out BulkReply reply);
        Taken = reply.IsNull ? null : Encoding.ASCII.GetString(reply.Bytes);
    }
}
