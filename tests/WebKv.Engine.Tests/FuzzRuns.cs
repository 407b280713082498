using WebKv.Testing;

namespace WebKv.Engine.Tests;

/// <summary>
/// The seeds and lengths of random tests. A handful of fixed seeds by default; when long tests are on many more, and
/// longer runs. The seed is the test's argument, so a failure names it.
/// </summary>
public static class FuzzRuns
{
    private const int LongSeeds = 100;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, LongTests.AreOn ? LongSeeds : 4)];

    /// <summary>How many steps a run of usually this many takes.</summary>
    public static int Steps(int usual) => LongTests.AreOn ? usual * 10 : usual;
}
