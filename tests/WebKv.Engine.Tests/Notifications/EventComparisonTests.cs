using WebKv.Engine.Notifications;
using WebKv.Engine.Tests.Hashes;
using WebKv.Engine.Tests.Lists;
using WebKv.Engine.Tests.SortedSets;
using WebKv.Engine.Tests.Streams;
using WebKv.Engine.Tests.Strings;
using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.Notifications;

/// <summary>
/// Runs the same command lines on a real Redis and on the engine, with all keyspace events on: after each line both
/// must have told the same events in the same order.
/// </summary>
public sealed class EventComparisonTests
{
    private const string Everything = "KEAmn";

    private static readonly string[] Keys = ["a", "b", "c", "{tag}d", ""];

    private readonly List<string> _differences = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomStringLines_GiveTheEventsOfRedis(int seed)
    {
        var generator = new RandomStringLines(new Random(seed), Keys);
        Compare(Enumerable.Range(0, 3000).Select(_ => generator.Next()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomKeyLines_GiveTheEventsOfRedis(int seed)
    {
        var generator = new RandomKeyLines(new Random(seed), Keys);
        Compare(Enumerable.Range(0, 3000).Select(_ => generator.Next()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomListLines_GiveTheEventsOfRedis(int seed)
    {
        var generator = new RandomListLines(new Random(seed));
        Compare(Enumerable.Range(0, 3000).Select(_ => generator.Next()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomSetLines_GiveTheEventsOfRedis(int seed)
    {
        var generator = new RandomSetLines(new Random(seed));
        Compare(Enumerable.Range(0, 3000).Select(_ => generator.Next()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomSortedSetLines_GiveTheEventsOfRedis(int seed)
    {
        var generator = new RandomSortedSetLines(new Random(seed), members: 20);
        Compare(Enumerable.Range(0, 3000).Select(_ => generator.Next()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomHashLines_GiveTheEventsOfRedis(int seed)
    {
        var generator = new RandomHashLines(new Random(seed));
        Compare(Enumerable.Range(0, 3000).Select(_ => generator.Next()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomStreamLines_GiveTheEventsOfRedis(int seed)
    {
        var generator = new RandomStreamLines(new Random(seed));
        Compare(Enumerable.Range(0, 3000).Select(_ => generator.Next()));
    }

    [Fact]
    public void OtherLines_GiveTheEventsOfRedis() => Compare(
        from line in """
            GEOADD g 13.361389 38.115556 Palermo 15.087269 37.502669 Catania
            GEOADD g NX 13.361389 38.115556 Palermo
            GEOADD g XX CH 14 38 Palermo
            GEOSEARCHSTORE to g FROMLONLAT 15 37 BYRADIUS 200 km
            GEOSEARCHSTORE to g FROMLONLAT 15 37 BYRADIUS 100 km STOREDIST
            GEOSEARCHSTORE to g FROMLONLAT 0 0 BYRADIUS 1 m
            PFADD h
            PFADD h a b
            PFADD h a
            PFADD i c
            PFMERGE h i
            PFMERGE new h i
            RPUSH l 3 1 2
            SORT l STORE to
            SORT l STORE to
            SORT l LIMIT 0 0 STORE to
            SORT missing STORE to
            """.Split('\n')
        select line.Split(' '));

    [Fact]
    public void Letters_AreReadAndWrittenAsByRedis()
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        var random = new Random(1);
        for (int i = 0; i < 500; i++)
        {
            string letters = new([.. Enumerable.Range(0, random.Next(12)).Select(_ => Letter(random))]);
            bool isValid = peer.Call("CONFIG", "SET", "notify-keyspace-events", letters) is "OK";
            Assert.Equal(isValid, KeyspaceEventLetters.TryParse(letters, out KeyspaceEvents events));
            if (isValid)
                Assert.Equal(
                    Assert.IsType<object?[]>(peer.Call("CONFIG", "GET", "notify-keyspace-events"))[1],
                    KeyspaceEventLetters.Format(events));
        }
    }

    // Redis 7.0 forgets to print n beside A.
    private static char Letter(Random random) => random.Next(60) == 0 ? 'q' : "g$lshzxetdKEmn"[random.Next(14)];

    private void Compare(IEnumerable<string[]> lines)
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        using RespClient peerEvents = redis.Connect();
        peer.Call("CONFIG", "SET", "notify-keyspace-events", Everything);
        peerEvents.Call("PSUBSCRIBE", "__key*");
        KeyspaceEventLetters.TryParse(Everything, out KeyspaceEvents all);
        using var engine = new TestEngine(new EngineOptions { Shards = 4, Notifications = all });
        TestClient events = engine.NewClient();
        events.RunAll("PSUBSCRIBE", "__key*");
        foreach (string[] line in lines)
        {
            bool isError = peer.Call(line) is RespError;
            engine.Run(line);
            List<string> expected = Comparable(EventsOf(peerEvents), isError);
            List<string> actual = Comparable([.. events.TakeMessages().Select(Show)], isError);
            if (!expected.SequenceEqual(actual))
                _differences.Add($"{string.Join(' ', line.Select(word => word.Length > 30 ? "..." : word))}: "
                    + $"Redis [{string.Join(", ", expected)}], WebKv [{string.Join(", ", actual)}]");
        }
        Assert.Empty(_differences.Take(20));
    }

    // Redis tells of a miss as often as it looks for the key, and looks for some keys before it finds an error.
    private static List<string> Comparable(List<string> events, bool isError) =>
    [
        .. from told in events.Index()
           where !IsMiss(told.Item) || (!isError && events.IndexOf(told.Item) == told.Index)
           select told.Item
    ];

    private static bool IsMiss(string told) => told.Contains("keymiss");

    // All that were told before now: the answer to the PING comes after them.
    private static List<string> EventsOf(RespClient client)
    {
        var events = new List<string>();
        client.Send("PING\r\n");
        while (client.ReadReply() is object?[] { Length: 4 } message)
            events.Add(Show(message));
        return events;
    }

    private static string Show(object? message) => string.Join(' ', Assert.IsType<object?[]>(message)[2..]);
}
