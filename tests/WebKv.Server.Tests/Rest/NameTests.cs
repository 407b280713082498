using System.Buffers.Text;
using System.Text;

namespace WebKv.Server.Tests.Rest;

public sealed class NameTests(RestFixture fixture) : IClassFixture<RestFixture>
{
    private readonly RestClient _client = fixture.Client;

    [Theory]
    [InlineData("a%2Fb", "a/b")]
    [InlineData("a%2fb", "a/b")]
    [InlineData("50%25", "50%")]
    [InlineData("%252F", "%2F")]
    [InlineData("user:1:pop", "user:1:pop")]
    [InlineData("user%3A1", "user:1")]
    [InlineData("a+b", "a+b")]
    [InlineData("a%20b", "a b")]
    [InlineData("%FF%FE", "\u00ff\u00fe")]
    [InlineData("%C3%A9", "\u00c3\u00a9")]
    [InlineData("...", "...")]
    [InlineData("a.b", "a.b")]
    [InlineData("%3F%23", "?#")]
    public async Task Name_PlainSegment_IsItsDecodedBytes(string segment, string name)
    {
        string encoded = Base64Url.EncodeToString(Encoding.Latin1.GetBytes(name));
        (await _client.Send($"PUT /v1/strings/{segment}", segment)).Is(201);
        (await _client.Send($"GET /v1/strings/{segment}")).Is(200, segment);
        (await _client.Send($"GET /v1/strings/{encoded}?enc=base64url")).Is(200, segment);
        (await _client.Send($"DELETE /v1/strings/{segment}")).Is(204);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("a\0b")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    public async Task Name_Base64Url_CarriesAnyBytes(string name)
    {
        string segment = name.Length == 0 ? "=" : Base64Url.EncodeToString(Encoding.Latin1.GetBytes(name));
        (await _client.Send($"PUT /v1/strings/{segment}?enc=base64url", "v")).Is(201);
        (await _client.Send($"GET /v1/strings/{segment}?enc=base64url")).Is(200, "v");
        (await _client.Send($"DELETE /v1/strings/{segment}?enc=base64url")).Is(204);
    }

    [Theory]
    [InlineData("/v1/strings/a/../b")]
    [InlineData("/v1/strings/a/%2E%2E/b")]
    [InlineData("/v1/strings/./append")]
    [InlineData("/v1/x/../strings/b")]
    [InlineData("/v1/strings/b/")]
    [InlineData("/v1/strings/%zz")]
    [InlineData("/v1/strings/a%2")]
    [InlineData("/v1/strings/!!?enc=base64url")]
    public async Task Name_Ambiguous_IsRefused(string target)
    {
        string answer = await _client.SendRaw($"GET {target} HTTP/1.1");
        Assert.StartsWith("HTTP/1.1 400", answer);
        Assert.Contains("INVALID_ARGUMENT", answer);
    }

    [Fact]
    public async Task Name_AbsoluteTarget_IsRead()
    {
        (await _client.Send("PUT /v1/strings/absolute", "v")).Is(201);
        string answer = await _client.SendRaw($"GET http://webkv/v1/strings/absolute HTTP/1.1");
        Assert.StartsWith("HTTP/1.1 200", answer);
        Assert.EndsWith("\r\n\r\nv", answer);
    }

    [Fact]
    public async Task Name_LongerThan8KiB_IsRefused()
    {
        (await _client.Send($"PUT /v1/strings/{new string('a', 8192)}", "v")).Is(201);
        (await _client.Send($"PUT /v1/strings/{new string('a', 8193)}", "v")).IsProblem(400, "INVALID_ARGUMENT");
    }
}
