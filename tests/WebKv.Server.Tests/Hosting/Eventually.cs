using System.Diagnostics;

namespace WebKv.Server.Tests.Hosting;

/// <summary>For what happens soon after a reply: asks again until it holds, with a deadline.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static async Task HoldsAsync(Func<bool> condition)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Deadline, "it did not come true in time");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
