using WebKv.Server.Tests.Hosting;

namespace WebKv.Server.Tests.Rest;

public sealed class ServiceTests
{
    [Fact]
    public async Task Health_WithPassword_StaysOpen()
    {
        await using var server = new KvServer(("WebKv:Auth:Password", "secret"));
        using var client = new RestClient(server.HttpUri);
        (await client.Send("GET /healthz/live")).IsJson(200, """{"status":"live"}""");
        (await client.Send("GET /healthz/ready")).IsJson(200, """{"status":"ready"}""");
        (await client.Send("GET /v1/limits")).IsProblem(401, "UNAUTHENTICATED");
    }

    [Fact]
    public async Task Limits_Server_AreTold()
    {
        await using var server = new KvServer(("WebKv:Limits:Preconditions", "5"));
        using var client = new RestClient(server.HttpUri);
        RestAnswer answer = (await client.Send("GET /v1/limits")).Is(200);
        Assert.Equal(5, (int?)answer.Json["preconditions"]);
        Assert.Equal(536_870_912, (long?)answer.Json["valueBytes"]);
    }
}
