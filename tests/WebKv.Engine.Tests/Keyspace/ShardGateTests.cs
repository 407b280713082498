using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Tests.Keyspace;

public sealed class ShardGateTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private ShardGate _gate;
    private long _counter;
    private int _inside;
    private int _overlaps;

    [Fact]
    public void Enter_FromManyThreads_LetsOneInAtATime()
    {
        const int Threads = 4;
        const int Rounds = 100_000;
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(_ => new Thread(() => EnterOften(Rounds)))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            Assert.True(thread.Join(Deadline));
        Assert.Equal(0, _overlaps);
        Assert.Equal(Threads * Rounds, _counter);
    }

    // The counter is changed without any other protection: a lost update or a second thread inside shows.
    private void EnterOften(int rounds)
    {
        for (int i = 0; i < rounds; i++)
        {
            _gate.Enter(0);
            if (++_inside != 1)
                _overlaps++;
            _counter++;
            _inside--;
            _gate.Exit();
        }
    }
}
