using WebKv.Engine.Execution;

namespace WebKv.Engine.Blocking;

/// <summary>
/// Runs a call that may wait for an asynchronous door: the first attempt on the caller's thread, later ones on those
/// of whoever makes its keys ready.
/// </summary>
public sealed class AwaitedCall : IWaitingCall
{
    private readonly Action<CommandContext> _attempt;

    private AwaitedCall(Action<CommandContext> attempt) => _attempt = attempt;

    /// <summary>Completes when the call has its answer or has given up.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="attempt">Executes the command and keeps its reply, as owned bytes; see
    /// <see cref="IWaitingCall.Attempt"/>.</param>
    /// <param name="cancelled">The caller is gone. An element that was taken before is lost with it, as in Redis.
    /// </param>
    public static async Task<WaitOutcome> RunAsync(
        KvEngine engine, Action<CommandContext> attempt, CancellationToken cancelled)
    {
        var waiter = new Waiter(engine, new AwaitedCall(attempt));
        if (!waiter.TryFirst())
            return WaitOutcome.Served;
        await using (cancelled.UnsafeRegister(
            static waiter => ((Waiter)waiter!).TryEnd(WaitOutcome.Cancelled), waiter))
        {
            waiter.Park();
            return await waiter.End;
        }
    }

    public void Attempt(CommandContext context) => _attempt(context);
}
