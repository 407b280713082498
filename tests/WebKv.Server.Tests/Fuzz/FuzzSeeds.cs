using System.Diagnostics;
using System.Globalization;
using WebKv.Testing;

namespace WebKv.Server.Tests.Fuzz;

/// <summary>
/// The seeds of a fuzz run: the same few every time by default; when long tests are on, a minute of others each time.
/// WEBKV_FUZZ_SEED runs one again.
/// </summary>
internal static class FuzzSeeds
{
    public const string Variable = "WEBKV_FUZZ_SEED";

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(LongTests.AreOn ? 60 : 2);

    public static IEnumerable<int> ForAWhile()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } one)
        {
            yield return int.Parse(one, CultureInfo.InvariantCulture);
            yield break;
        }
        long start = Stopwatch.GetTimestamp();
        int seed = LongTests.AreOn ? Random.Shared.Next() / 2 : 0;
        do
            yield return ++seed;
        while (Stopwatch.GetElapsedTime(start) < Time);
    }
}
