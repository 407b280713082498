using WebKv.Engine.Execution;

namespace WebKv.Engine.Blocking;

/// <summary>
/// A call that may wait, as its door knows it: it can be executed again, from scratch, and keeps its answer.
/// </summary>
public interface IWaitingCall
{
    /// <summary>
    /// Executes the call in this context and keeps its answer, if it has one: when the context's
    /// <see cref="CommandContext.Waiter"/> has not joined a line, the call is over. It is run on whichever thread has
    /// made its keys ready, one attempt at a time, and must not wait for anything.
    /// </summary>
    void Attempt(CommandContext context);
}
