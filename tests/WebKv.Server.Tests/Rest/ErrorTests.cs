using WebKv.Server.Tests.Hosting;

namespace WebKv.Server.Tests.Rest;

public sealed class ErrorTests(RestFixture fixture) : IClassFixture<RestFixture>
{
    private readonly RestClient _client = fixture.Client;

    [Fact]
    public async Task Path_Unknown_IsNotFound()
    {
        (await _client.Send("GET /v1/nothing")).IsProblem(404, "NOT_FOUND");
        (await _client.Send("GET /nothing")).IsProblem(404, "NOT_FOUND");
    }

    [Theory]
    [InlineData("OPTIONS * HTTP/1.1", "*")]
    [InlineData("GET http://webkv HTTP/1.1", "")]
    [InlineData("GET http://webkv?a=/b HTTP/1.1", "")]
    [InlineData("GET http://webkv/nothing?a=b HTTP/1.1", "/nothing")]
    public async Task Target_InAnotherForm_IsNotFound(string line, string instance)
    {
        string answer = await _client.SendRaw(line);
        Assert.StartsWith("HTTP/1.1 404 ", answer);
        Assert.Contains($"\"instance\":\"{instance}\",\"code\":\"NOT_FOUND\"", answer);
    }

    [Fact]
    public async Task Method_Unknown_IsNotAllowed()
    {
        RestAnswer answer = (await _client.Send("POST /v1/strings/k", "v")).IsProblem(405, "METHOD_NOT_ALLOWED");
        Assert.Equal("DELETE, GET, HEAD, PUT", string.Join(", ", answer.Header("Allow")!.Split(", ").Order()));
    }

    [Fact]
    public async Task Json_Malformed_SaysWhere()
    {
        RestAnswer answer = await _client.SendJson("PUT /v1/strings/where", "{\n \"value\": [1]}");
        answer.IsProblem(400, "MALFORMED_JSON");
        Assert.StartsWith("$.value (line 2", (string?)answer.Json["detail"]);
        Assert.NotNull(answer.Json["errors"]!["$.value"]);
    }

    [Fact]
    public async Task Json_AboveLimit_IsTooLarge()
    {
        await using var server = new KvServer(("WebKv:Limits:JsonBodyBytes", "1024"));
        using var client = new RestClient(server.HttpUri);
        RestAnswer answer = await client.SendJson("PUT /v1/strings/k", $$"""{"value":"{{new string('x', 2000)}}"}""");
        answer.IsProblem(413, "PAYLOAD_TOO_LARGE");
        Assert.Contains("1024", (string?)answer.Json["detail"]);
    }

    [Theory]
    [InlineData("PUT /v1/strings/k")]
    [InlineData("POST /v1/commands")]
    public async Task Json_InChunksAboveLimit_IsTooLargeAndReadAway(string line)
    {
        await using var server = new KvServer(("WebKv:Limits:JsonBodyBytes", "1024"));
        string head = line + " HTTP/1.1\r\nHost: webkv\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n";
        string sent = $"{head}7D2\r\n\"{new string('x', 2000)}\"\r\n0\r\n\r\nGET /healthz/live HTTP/1.1\r\n"
            + "Host: webkv\r\nConnection: close\r\n\r\n";
        RawAnswer answer = await RawConversation.HoldAsync(
            server.Http, System.Text.Encoding.Latin1.GetBytes(sent), endsSending: false);
        Assert.StartsWith("HTTP/1.1 413 ", answer.Text);
        Assert.Contains("the body is larger than the limit of 1024 bytes", answer.Text);
    }

    [Fact]
    public async Task Credentials_Required_AreChecked()
    {
        await using var server = new KvServer(("WebKv:Auth:Password", "s3cret:x"));
        using var client = new RestClient(server.HttpUri);
        RestAnswer none = (await client.Send("GET /v1/strings/k")).IsProblem(401, "UNAUTHENTICATED");
        Assert.Contains("Bearer", none.Header("WWW-Authenticate"));
        Assert.Contains("Basic", none.Header("WWW-Authenticate"));
        await Expect(client, "Bearer s3cret:x", 404);
        await Expect(client, "bearer s3cret:x", 404);
        await Expect(client, "Bearer wrong", 401);
        await Expect(client, "Digest s3cret:x", 401);
        await Expect(client, "Basic " + Base64("default:s3cret:x"), 404);
        await Expect(client, "Basic " + Base64(":s3cret:x"), 404);
        await Expect(client, "Basic " + Base64("other:s3cret:x"), 401);
        await Expect(client, "Basic " + Base64("default:wrong"), 401);
        await Expect(client, "Basic %%%", 401);
        (await client.Send("PUT /v1/strings/k", "v")).IsProblem(401, "UNAUTHENTICATED");
        (await client.Send("GET /v1/strings/k", null as string, "Authorization: Bearer s3cret:x")).Is(404);
    }

    private static async Task Expect(RestClient client, string authorization, int status) =>
        (await client.Send("GET /v1/strings/k", null as string, "Authorization: " + authorization)).Is(status);

    private static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));
}
