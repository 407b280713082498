namespace WebKv.Engine.Tests;

/// <summary>
/// The seeds and lengths of random tests. A handful of fixed seeds by default; with WEBKV_LONG_TESTS=1 many more, and
/// longer runs. The seed is the test's argument, so a failure names it.
/// </summary>
public static class FuzzRuns
{
    private const int LongSeeds = 100;

    private static readonly bool Long = Environment.GetEnvironmentVariable("WEBKV_LONG_TESTS") == "1";

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Long ? LongSeeds : 4)];

    /// <summary>How many steps a run of usually this many takes.</summary>
    public static int Steps(int usual) => Long ? usual * 10 : usual;
}
