using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Replies;
using WebKv.Engine.Sets;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Execution;

/// <summary>Long reads beside writers: they let them in, and what they return was true at one moment.</summary>
public sealed class LongReadTests : IDisposable
{
    private const int Size = 40_000;
    private const int Travellers = 100;

    private readonly TestEngine _engine = new(new EngineOptions { Shards = 1 });

    public LongReadTests()
    {
        Add("a", 0, Size);
        Add("b", Size, Size);
        _engine.Run(["SADD", "a", .. Enumerable.Range(0, Travellers).Select(i => $"traveller:{i}")]).Is(Travellers);
    }

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("SUNION")]
    [InlineData("SUNIONSTORE", "to")]
    public void Union_WhileMembersTravelBetweenItsSources_IsOneMoment(params string[] command)
    {
        using var writer = new Loop(MoveAround(_engine.NewClient()));
        for (int i = 0; i < 3; i++)
        {
            object? reply = _engine.NewClient().Run([.. command, "a", "b"]).Value;
            long count = reply is object?[] members ? members.Distinct().Count() : (long)reply!;
            Assert.Equal(2 * Size + Travellers, count);
        }
    }

    [Theory]
    [InlineData("SMEMBERS", "a")]
    [InlineData("SINTER", "a", "b")]
    [InlineData("SDIFFSTORE", "to", "a", "b")]
    [InlineData("SSCAN", "a", "0", "COUNT", "1000000")]
    public void Read_OfABigSet_LetsOthersInMeanwhile(params string[] command)
    {
        TestClient client = _engine.NewClient();
        using var others = new Loop(() => client.Run("INCR", "n"));
        long before = others.Rounds;
        for (int i = 0; i < 3; i++)
            Assert.IsNotType<Error>(_engine.Run(command).Value);
        long during = others.Rounds - before;
        Assert.True(during > 20, $"{during} commands were served during three reads");
    }

    [Fact]
    public void InATransaction_NothingComesBetween()
    {
        using var writer = new Loop(MoveAround(_engine.NewClient()));
        TestClient client = _engine.NewClient();
        client.Run("MULTI").IsOk();
        client.Run("SCARD", "a").Is("QUEUED");
        client.Run("SMEMBERS", "a").Is("QUEUED");
        object?[] replies = client.Run("EXEC").Items;
        Assert.Equal((long)replies[0]!, ((object?[])replies[1]!).Length);
    }

    private static Action MoveAround(TestClient client)
    {
        int next = 0;
        return () =>
        {
            string traveller = $"traveller:{next++ % Travellers}";
            if (client.Run("SMOVE", "a", "b", traveller).Value is 0L)
                client.Run("SMOVE", "b", "a", traveller);
        };
    }

    private void Add(string key, int from, int count)
    {
        using CommandLine line = CommandLine.Of("SADD", key);
        for (int i = from; i < from + count; i++)
            line.Add(i);
        CommandContext context = _engine.Engine.Rent();
        var reader = new ArgReader(line.Arguments);
        Assert.Null(SAdd.Parse(ref reader, out SAdd command));
        Assert.Null(_engine.Engine.Execute(context, command, out IntegerReply _));
        KvEngine.Return(context);
    }

    /// <summary>Does something over and over on a thread of its own, from its first round to its end.</summary>
    private sealed class Loop : IDisposable
    {
        private readonly Thread _thread;
        private long _rounds;
        private volatile bool _stops;

        public Loop(Action action)
        {
            using var started = new ManualResetEventSlim();
            _thread = new Thread(() =>
            {
                while (!_stops)
                {
                    action();
                    if (Interlocked.Increment(ref _rounds) == 1)
                        started.Set();
                }
            });
            _thread.Start();
            started.Wait(TestContext.Current.CancellationToken);
        }

        public long Rounds => Interlocked.Read(ref _rounds);

        public void Dispose()
        {
            _stops = true;
            _thread.Join();
        }
    }
}
