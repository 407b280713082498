namespace WebKv.Engine.PubSub;

/// <summary>
/// Subscribers that have got something to read since the last <see cref="Run"/>, each once.
/// </summary>
/// <remarks>
/// The idea: publishing only queues, often under the lock of a shard. Who has something to read is told later, outside
/// of all locks and once for a whole batch of commands, so that a pipeline of messages goes out in one write. A
/// <see cref="Execution.CommandContext"/> has one and runs it when it is given back.
/// A few subscribers are told by the publishing thread itself, which costs less than handing them over; of very many
/// most are left to the thread pool, so that nobody's other clients wait for them.
/// </remarks>
public sealed class WakeList
{
    private const int InlineMax = 32;

    private readonly List<Subscriber> _woken = [];

    public void Run()
    {
        if (_woken.Count == 0)
            return;
        int inline = Math.Min(_woken.Count, InlineMax);
        for (int first = inline; first < _woken.Count; first += InlineMax)
            HandOver(_woken.GetRange(first, Math.Min(InlineMax, _woken.Count - first)));
        for (int i = 0; i < inline; i++)
            _woken[i].Wake();
        _woken.Clear();
    }

    internal void Add(Subscriber subscriber) => _woken.Add(subscriber);

    private static void HandOver(List<Subscriber> woken) => ThreadPool.UnsafeQueueUserWorkItem(
        static subscribers =>
        {
            foreach (Subscriber subscriber in subscribers)
                subscriber.Wake();
        },
        woken,
        preferLocal: false);
}
