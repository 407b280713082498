using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Calls;

/// <summary>
/// A request whose operation waits: the operation is run again, from scratch, when one of its keys is ready.
/// </summary>
/// <remarks>
/// An attempt that finds nothing answers nothing. The one that finds something writes its answer on the thread of
/// whoever made the key ready, which copies it to the connection and waits for nothing; the request awaits the rest.
/// Attempts never overlap each other nor what the request does after them, so the HttpContext has one user at a time.
/// A client that goes, or a server that stops, ends the wait before anything is taken.
/// </remarks>
internal sealed class RestWait<TBody>(
    HttpContext http, CommandDispatcher dispatcher, RestRoute route, BodyOperation<TBody> operation, TBody body,
    long waitMs)
{
    private Task _answer = Task.CompletedTask;
    private bool _isRepeat;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        WaitOutcome outcome = await AwaitedCall.RunAsync(dispatcher.Engine, Attempt, gone.Token);
        if (outcome == WaitOutcome.Served)
        {
            await _answer;
        }
        else if (outcome != WaitOutcome.Cancelled)
        {
            ResponseHeaders.SetOffset(http.Response, dispatcher.Engine.Journal.LastLsn);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else if (!http.RequestAborted.IsCancellationRequested)
        {
            await Problem.Of(ErrorCode.ShuttingDown, "the server is stopping").WriteAsync(http);
        }
    }

    private void Attempt(CommandContext context)
    {
        try
        {
            RestCall call = RestCall.Begin(http, dispatcher, route);
            call.Borrow(context, waitMs, _isRepeat);
            _isRepeat = true;
            _answer = operation(ref call, body);
        }
        catch (Exception e)
        {
            // It belongs to this request, not to whoever has made the key ready.
            _answer = Task.FromException(e);
        }
    }
}
