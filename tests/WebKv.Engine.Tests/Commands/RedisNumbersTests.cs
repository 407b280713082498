using System.Globalization;
using System.Text;
using WebKv.Engine.Commands;
using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.Commands;

/// <summary>
/// What a real Redis takes for a number, and as which. Its scores show that: up to 7.0 it prints them with 17 digits,
/// later in the form that <see cref="Numbers.Format"/> has, and both read back exactly.
/// </summary>
public sealed class RedisNumbersTests
{
    private const string Alphabet = "0123456789..eE+-xXpPaAfFinINFtyan() \t";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void RandomDoubles_AreTheSameForRedis(int seed)
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        var random = new Random(seed);
        for (int i = 0; i < FuzzRuns.Steps(3000); i++)
        {
            double value = NextDouble(random);
            string text = Format(value);
            Assert.Equal("1", $"{peer.Call("ZADD", "z", "CH", text, $"m{i}")}");
            var score = (string)peer.Call("ZSCORE", "z", $"m{i}")!;
            Assert.True(Numbers.TryParseFloat(Encoding.ASCII.GetBytes(score), out double back), score);
            bool isSame = BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(back);
            Assert.True(isSame, $"{text}, {score}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void RandomTexts_AreNumbersWhereRedisTakesThem(int seed)
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        var random = new Random(seed);
        for (int i = 0; i < FuzzRuns.Steps(5000); i++)
        {
            string text = NextText(random);
            bool taken = peer.Call("ZADD", "z", text, $"m{i}") is not RespError;
            bool isNumber = Numbers.TryParseFloat(Encoding.Latin1.GetBytes(text), out double value);
            Assert.True(taken == isNumber, $"'{text}'");
            if (taken)
                Assert.Equal(
                    double.Parse(ToDotNet((string)peer.Call("ZSCORE", "z", $"m{i}")!), CultureInfo.InvariantCulture),
                    value);
        }
    }

    /// <summary>Redis adds in 80 bits, whose error shows in the 17th decimal from about 60 on.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void RandomSums_OfSmallDecimals_ArePrintedAsByRedis(int seed)
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        using var engine = new TestEngine();
        var random = new Random(seed);
        for (int i = 0; i < FuzzRuns.Steps(2000); i++)
        {
            string[] set = ["SET", "k", NextDecimal(random)];
            string[] increment = ["INCRBYFLOAT", "k", NextDecimal(random)];
            Assert.Equal(peer.Call(set), engine.Run(set).Value);
            Assert.Equal(peer.Call(increment), engine.Run(increment).Value);
        }
    }

    // Any bits, numbers with few digits, and integers, as many of each.
    private static double NextDouble(Random random)
    {
        double value = random.Next(3) switch
        {
            0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
            1 => Math.Round(random.NextDouble() * 1000, random.Next(12)) * Math.Pow(10, random.Next(-20, 25)),
            _ => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(60),
        };
        return double.IsFinite(value) ? value : 0.1;
    }

    // Mostly numbers with a letter changed, so that about half of them are none.
    private static string NextText(Random random)
    {
        var text = new StringBuilder(random.Next(4) switch
        {
            0 => random.NextDouble().ToString("R", CultureInfo.InvariantCulture),
            1 => "0x" + random.NextInt64().ToString("x", CultureInfo.InvariantCulture) + "p-" + random.Next(1200),
            2 => NextDouble(random).ToString("E5", CultureInfo.InvariantCulture),
            _ => "",
        });
        for (int changes = random.Next(3); changes >= 0; changes--)
            text.Insert(random.Next(text.Length + 1), Alphabet[random.Next(Alphabet.Length)]);
        return text.ToString();
    }

    private static string NextDecimal(Random random) =>
        ((decimal)random.Next(-30_000, 30_000) / 1000
            + (decimal)random.NextInt64(1_000_000_000_000) / 1_000_000_000_000_000)
        .ToString(CultureInfo.InvariantCulture);

    private static string ToDotNet(string score) => score switch
    {
        "inf" => "Infinity",
        "-inf" => "-Infinity",
        _ => score,
    };

    private static string Format(double value)
    {
        Span<byte> text = stackalloc byte[Numbers.FormattedDoubleMax];
        return Encoding.ASCII.GetString(text[..Numbers.Format(value, text)]);
    }
}
