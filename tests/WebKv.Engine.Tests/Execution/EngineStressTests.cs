using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Effects;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Sessions;
using WebKv.Engine.Tests.Memory;
using WebKv.Memory;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Execution;

/// <summary>Several threads at one engine. A lost update, a torn value, a leak or a deadlock fails it.</summary>
[Collection<ProcessMemoryCollection>]
public sealed class EngineStressTests
{
    private const int Threads = 4;
    private const int HotKeys = 4;
    private const int ColdKeys = 500;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public void RandomCommands_FromManyThreads_EndAsTheModelSays(int shards)
    {
        long blobsBefore = Blob.AllocatedBytes;
        var options = new EngineOptions { Shards = shards };
        using var engine = new KvEngine(options, new CountingJournal(), TimeProvider.System);
        var dispatcher = new CommandDispatcher(engine, EngineCommands.CreateTable());
        Worker[] workers = [.. Enumerable.Range(0, Threads).Select(number => new Worker(number, dispatcher))];
        RunAll(workers, worker => worker.RunRandom(FuzzRuns.Steps(15_000)));

        Assert.Equal(workers.Sum(worker => worker.Gets), engine.Shards.Sum(shard => shard.Hits + shard.Misses));
        Assert.Equal(workers.Sum(worker => worker.Changes), engine.Journal.LastLsn);
        RunAll(workers, worker => worker.DeleteHot());
        Assert.Equal(workers.Sum(worker => worker.Model.Count), engine.CountKeys(0));
        Assert.Equal(DigestOf(workers), KeyspaceDigest.Of(engine));

        RunAll(workers, worker => worker.DeleteOwn());
        Assert.Equal(0, engine.CountKeys(0));
        Assert.Equal(UInt128.Zero, KeyspaceDigest.Of(engine));
        // What is left is the first buckets of each shard's index.
        Assert.All(engine.Shards, shard => Assert.InRange(shard.UsedBytes, 0, shard.Table(0).IdleBytes));
        Assert.Equal(blobsBefore, Blob.AllocatedBytes);
    }

    private static UInt128 DigestOf(Worker[] workers)
    {
        using var engine = new TestEngine();
        foreach (Worker worker in workers)
            foreach ((string key, string value) in worker.Model)
                engine.Run("SET", key, value).IsOk();
        return KeyspaceDigest.Of(engine.Engine);
    }

    private static void RunAll(Worker[] workers, Action<Worker> work)
    {
        var failures = new List<Exception>();
        Thread[] threads = [.. workers.Select(worker => new Thread(() => RunGuarded(worker, work, failures)))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            Assert.True(thread.Join(Deadline), "deadlock");
        Assert.Empty(failures);
    }

    private static void RunGuarded(Worker worker, Action<Worker> work, List<Exception> failures)
    {
        try
        {
            work(worker);
        }
        catch (Exception failure)
        {
            lock (failures)
                failures.Add(failure);
        }
    }

    // Writes keys of its own, of which it knows what they must hold, and fights with the others for the hot ones.
    private sealed class Worker(int number, CommandDispatcher dispatcher)
    {
        private readonly Random _random = new(number);
        private readonly CommandScope _scope = new(dispatcher, session: null);

        public Dictionary<string, string> Model { get; } = [];

        public long Gets { get; private set; }

        /// <summary>Units of this worker that changed something.</summary>
        public long Changes { get; private set; }

        public void RunRandom(int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                if (_random.Next(2) == 0)
                    StepOnHot();
                else
                    StepOnOwn();
            }
        }

        public void DeleteHot() => Run(["DEL", .. Enumerable.Range(0, HotKeys).Select(HotKey)]);

        public void DeleteOwn()
        {
            foreach (string key in Model.Keys)
                Assert.Equal(1L, Run("DEL", key));
        }

        private void StepOnHot()
        {
            string key = HotKey(_random.Next(HotKeys));
            switch (_random.Next(3))
            {
                case 0:
                    Run("SET", key, Uniform(_random.Next(1, 30_000)));
                    break;
                case 1:
                    AssertUniform(Get(key));
                    break;
                default:
                    Run("DEL", key, OwnKey(-1), HotKey(_random.Next(HotKeys)));
                    break;
            }
        }

        private void StepOnOwn()
        {
            string key = OwnKey(_random.Next(ColdKeys));
            switch (_random.Next(4))
            {
                case 0:
                    string other = OwnKey(_random.Next(ColdKeys));
                    long expected = (Model.Remove(key) ? 1 : 0) + (Model.Remove(other) ? 1 : 0);
                    Assert.Equal(expected, Run("DEL", key, other));
                    break;
                case 1:
                    Assert.Equal(Model.GetValueOrDefault(key), Get(key));
                    break;
                default:
                    Model[key] = Uniform(_random.Next(20) == 0 ? 20_000 : _random.Next(1, 100));
                    Run("SET", key, Model[key]);
                    break;
            }
        }

        private string? Get(string key)
        {
            Gets++;
            return (string?)Run("GET", key);
        }

        private object? Run(params string[] arguments)
        {
            using CommandLine line = CommandLine.Of(arguments);
            var writer = new TreeReplyWriter();
            _scope.BeginBatch(dispatcher.Engine.Rent());
            Assert.Null(dispatcher.Dispatch(_scope, line.Arguments, writer));
            if (_scope.Context.LastLsn != 0)
                Changes++;
            KvEngine.Return(_scope.Context);
            return Assert.Single(writer.Replies);
        }

        // One letter throughout: a value of which another thread overwrote a part does not look like that.
        private string Uniform(int length) => new((char)('a' + _random.Next(26)), length);

        private static void AssertUniform(string? value)
        {
            if (value is not null)
                Assert.False(Encoding.Latin1.GetBytes(value).AsSpan().ContainsAnyExcept((byte)value[0]));
        }

        private static string HotKey(int index) => $"hot:{index}";

        private string OwnKey(int index) => $"own:{number}:{index}";
    }
}
