using WebKv.Server.Info;

namespace WebKv.Server.Tests.Info;

public sealed class GcPausesTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public Task Listeners_ThatComeAndGoAtOnce_DoNotStopEachOther() => Task
        .WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            ComeAndGo, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)))
        .WaitAsync(Limit, TestContext.Current.CancellationToken);

    private static void ComeAndGo()
    {
        for (int i = 0; i < 20; i++)
            GcPauses.Start().Dispose();
    }
}
