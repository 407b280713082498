using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using WebKv.Engine.Keyspace;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Transactions;

/// <summary>
/// Threads move amounts between accounts in different shards while others add them all up: nobody may ever see money
/// appear or vanish, and nothing may deadlock.
/// </summary>
public sealed class IsolationTests : IDisposable
{
    private const int Accounts = 8;
    private const long Opening = 1_000;
    private const int TransfersPerThread = 1_500;
    private const int ThreadCount = 3;

    private readonly TestEngine _engine = new(new EngineOptions { Shards = 8 });

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Exec_ConcurrentTransfers_KeepTheSum()
    {
        var shards = new HashSet<int>();
        for (int i = 0; i < Accounts; i++)
        {
            _engine.Run("SET", Account(i), $"{Opening}").IsOk();
            shards.Add(_engine.Engine.ShardOf(Key.Of(Encoding.ASCII.GetBytes(Account(i)))).Index);
        }
        Assert.True(shards.Count >= 4, "the accounts must lie in different shards");

        int running = ThreadCount;
        var failures = new ConcurrentQueue<Exception>();
        var threads = new List<Thread>();
        for (int t = 0; t < ThreadCount; t++)
        {
            var random = new Random(t);
            TestClient client = _engine.NewClient();
            threads.Add(Start(failures, () =>
            {
                for (int i = 0; i < TransfersPerThread; i++)
                    Transfer(client, random);
            }, () => Interlocked.Decrement(ref running)));
        }
        threads.Add(Start(failures, () => AddUp(_engine.NewClient(), () => Volatile.Read(ref running) > 0)));
        foreach (Thread thread in threads)
            Assert.True(thread.Join(TimeSpan.FromSeconds(60)), "a thread is stuck");
        Assert.Empty(failures);
        AddUp(_engine.NewClient(), () => false);
    }

    // The balances are read outside, so only WATCH keeps two transfers of one account from losing one of them.
    private static void Transfer(TestClient client, Random random)
    {
        string from = Account(random.Next(Accounts));
        string to = Account(random.Next(Accounts));
        if (from == to)
            return;
        bool committed = false;
        while (!committed)
        {
            client.Run("WATCH", from, to).IsOk();
            long balance = Read(client.Run("GET", from).Value);
            long target = Read(client.Run("GET", to).Value);
            long amount = random.Next(1, 20);
            client.Run("MULTI").IsOk();
            client.Run("SET", from, $"{balance - amount}").Is("QUEUED");
            client.Run("SET", to, $"{target + amount}").Is("QUEUED");
            committed = client.Run("EXEC").Value is not null;
        }
    }

    private static void AddUp(TestClient client, Func<bool> goOn)
    {
        do
        {
            client.Run("MULTI").IsOk();
            for (int i = 0; i < Accounts; i++)
                client.Run("GET", Account(i)).Is("QUEUED");
            Assert.Equal(Accounts * Opening, client.Run("EXEC").Items.Sum(Read));
        }
        while (goOn());
    }

    private static Thread Start(ConcurrentQueue<Exception> failures, Action body, Action? atEnd = null)
    {
        var thread = new Thread(() =>
        {
            try
            {
                body();
            }
            catch (Exception failure)
            {
                failures.Enqueue(failure);
            }
            finally
            {
                atEnd?.Invoke();
            }
        });
        thread.Start();
        return thread;
    }

    private static string Account(int index) => $"account:{index}";

    private static long Read(object? balance) => long.Parse((string)balance!, CultureInfo.InvariantCulture);
}
