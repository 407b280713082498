using WebKv.Server.Tests.Hosting;

namespace WebKv.Server.Tests.Resp;

/// <summary>One server without settings for all tests of a class.</summary>
public sealed class RespFixture : IDisposable
{
    public KvServer Server { get; } = new();

    public void Dispose() => Server.Dispose();
}
