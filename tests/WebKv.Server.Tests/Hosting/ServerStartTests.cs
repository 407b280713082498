namespace WebKv.Server.Tests.Hosting;

public sealed class ServerStartTests
{
    [Fact]
    public async Task Server_FreePorts_ListensOnAllDoors()
    {
        await using var server = new KvServer();
        Assert.NotEqual(0, server.Http.Port);
        Assert.NotEqual(0, server.Grpc.Port);
        Assert.NotEqual(0, server.Resp.Port);
    }
}
