using System.Globalization;

namespace WebKv.Server.Tests.Oracle;

/// <summary>What generators of random command lines share: few keys, so that commands meet each other's, and values
/// at the borders.</summary>
internal abstract class RandomLines(Random random)
{
    // Absolute deadlines lie around the year 2100 and the relative ones up to three years ahead; both are spread so
    // widely that none meets another by the milliseconds between two servers.
    private const long FarSeconds = 4_102_444_800;
    private const int SpreadSeconds = 100_000_000;

    private static readonly string[] Keys = ["a", "b", "c", "{a}d", "e\xFF\0", ""];
    private static readonly string[] OddNumbers =
    [
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "9223372036854775", "01", "", "x", "1.5",
    ];

    protected int Below(int count) => random.Next(count);

    protected T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    protected string Key() => Pick(Keys);

    /// <summary>One to three keys, maybe one of them twice.</summary>
    protected string[] SomeKeys() => [.. Enumerable.Range(0, 1 + Below(3)).Select(_ => Key())];

    protected string Odd() => Pick(OddNumbers);

    protected string Database() => Below(12) == 0 ? Pick("-1", "16", "x", "") : $"{Below(3)}";

    protected string Value() => Below(6) switch
    {
        0 => $"{Below(100_000)}",
        1 => "",
        2 => Odd(),
        3 => new string('v', Pick(43, 44, 45, 63, 64)),
        4 => new string('\xFF', 20_000),
        _ => "some text",
    };

    /// <summary>A deadline as Unix seconds or ms; one in the past now and then.</summary>
    protected string Instant(bool isMs) => Below(8) == 0
        ? Pick("0", "-1", "1000")
        : Text(FarSeconds + Below(SpreadSeconds), isMs);

    /// <summary>A time to live in seconds or ms; one that is over now and then.</summary>
    protected string Duration(bool isMs) => Below(8) == 0
        ? Pick("0", "-1", "-1000")
        : Text(1000 + Below(SpreadSeconds), isMs);

    protected string[] Condition() => Below(3) switch
    {
        0 => [Pick("NX", "XX", "GT", "LT", "gt")],
        1 when Below(3) == 0 => [Pick("NX", "XX", "GT", "LT"), Pick("NX", "XX", "GT", "LT", "CH")],
        _ => [],
    };

    private string Text(long seconds, bool isMs) =>
        (isMs ? seconds * 1000 + Below(1000) : seconds).ToString(CultureInfo.InvariantCulture);
}
