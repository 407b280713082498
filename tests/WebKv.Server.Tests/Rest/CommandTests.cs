using System.Text.Json.Nodes;
using WebKv.Server.Tests.Hosting;

namespace WebKv.Server.Tests.Rest;

public sealed class CommandTests(RestFixture fixture) : IClassFixture<RestFixture>
{
    private readonly RestClient _client = fixture.Client;

    [Theory]
    [InlineData("""["SET","cmd","v"]""", "\"OK\"")]
    [InlineData("""["GET","nocmd"]""", "null")]
    [InlineData("""["incrby","cmdn",5]""", "5")]
    [InlineData("""["INCRBY","cmdbig",9007199254740992]""", "\"9007199254740992\"")]
    [InlineData("""["MGET","nocmd","nocmd"]""", "[null,null]")]
    [InlineData("""["PING"]""", "\"PONG\"")]
    [InlineData("""["CONFIG","GET","maxmemory"]""", """{"maxmemory":"0"}""")]
    public async Task Command_Reply_IsJson(string command, string result) =>
        (await _client.SendJson("POST /v1/commands", $$"""{"command":{{command}}}"""))
            .IsJson(200, $$"""{"result":{{result}}}""");

    [Fact]
    public async Task Command_Bytes_AreKept()
    {
        (await _client.SendJson("POST /v1/commands", """{"command":["SET","cmdbytes",{"base64":"AP8="}]}""")).Is(200);
        const string Get = """{"command":["GET","cmdbytes"]}""";
        (await _client.SendJson("POST /v1/commands", Get)).IsJson(200, """{"result":{"base64":"AP8="}}""");
        (await _client.SendJson("POST /v1/commands?encoding=utf8", Get)).IsProblem(400, "INVALID_ARGUMENT");
        await _client.SendJson("POST /v1/commands", """{"command":["SET","cmdtext","é"]}""");
        (await _client.SendJson("POST /v1/commands?encoding=base64", """{"command":["GET","cmdtext"]}"""))
            .IsJson(200, """{"result":{"base64":"w6k="}}""");
    }

    [Theory]
    [InlineData("""["NOPE"]""", 400, "UNKNOWN_COMMAND")]
    [InlineData("""["GET"]""", 400, "WRONG_ARITY")]
    [InlineData("""["SET","k","v","WHAT"]""", 400, "SYNTAX")]
    [InlineData("""["MULTI"]""", 400, "NEEDS_CONNECTION")]
    [InlineData("""[]""", 400, "INVALID_ARGUMENT")]
    [InlineData("""[null]""", 400, "INVALID_ARGUMENT")]
    [InlineData("""[true]""", 400, "MALFORMED_JSON")]
    public async Task Command_Bad_IsProblem(string command, int status, string code) =>
        (await _client.SendJson("POST /v1/commands", $$"""{"command":{{command}}}""")).IsProblem(status, code);

    [Fact]
    public async Task Command_OtherContentType_IsUnsupported()
    {
        (await _client.Send("POST /v1/commands", "PING", "Content-Type: text/plain"))
            .IsProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        (await _client.SendJson("POST /v1/commands", "")).IsProblem(400, "MALFORMED_JSON");
        (await _client.SendJson("POST /v1/commands", "null")).IsProblem(400, "MALFORMED_JSON");
        (await _client.SendJson("POST /v1/commands", """{"command":["PING"],"x":1}"""))
            .IsProblem(400, "MALFORMED_JSON");
    }

    [Fact]
    public async Task Pipeline_Items_SucceedOrFailAlone()
    {
        RestAnswer answer = await _client.SendJson("POST /v1/pipelines",
            """{"commands":[["SET","pipe","x"],["INCR","pipe"],["NOPE"],["MGET","pipe","none"],["GET","pipe"]]}""");
        JsonArray results = answer.Is(200).Json["results"]!.AsArray();
        Assert.Equal("""{"result":"OK"}""", results[0]!.ToJsonString());
        Assert.Equal("NOT_AN_INTEGER", (string?)results[1]!["error"]!["code"]);
        Assert.Equal("value is not an integer or out of range", (string?)results[1]!["error"]!["message"]);
        Assert.Equal("UNKNOWN_COMMAND", (string?)results[2]!["error"]!["code"]);
        Assert.Equal("""{"result":["x",null]}""", results[3]!.ToJsonString());
        Assert.Equal("""{"result":"x"}""", results[4]!.ToJsonString());
    }

    [Fact]
    public async Task Pipeline_BadLine_IsNamed()
    {
        RestAnswer answer = (await _client.SendJson("POST /v1/pipelines", """{"commands":[["PING"],[]]}"""))
            .IsProblem(400, "INVALID_ARGUMENT");
        Assert.NotNull(answer.Json["errors"]!["commands[1]"]);
    }

    [Fact]
    public async Task Pipeline_TooLong_IsRefused()
    {
        await using var server = new KvServer(("WebKv:Limits:PipelineCommands", "2"));
        using var client = new RestClient(server.HttpUri);
        (await client.SendJson("POST /v1/pipelines", """{"commands":[["PING"],["PING"]]}""")).Is(200);
        (await client.SendJson("POST /v1/pipelines", """{"commands":[["PING"],["PING"],["PING"]]}"""))
            .IsProblem(400, "INVALID_ARGUMENT");
    }

    [Fact]
    public async Task Pipeline_RepliesAboveLimit_AreCutOff()
    {
        await using var server = new KvServer();
        using var client = new RestClient(server.HttpUri);
        (await client.Send("PUT /v1/strings/big", new byte[10 * 1024 * 1024])).Is(201);
        string gets = string.Join(',', Enumerable.Repeat("""["STRLEN","big"],["GET","big"]""", 11));
        RestAnswer answer = await client.SendJson(
            "POST /v1/pipelines?encoding=base64", $$"""{"commands":[{{gets}}]}""");
        Assert.Equal(200, answer.Status);
        Assert.InRange(answer.Body.Length, 100_000_000, 150_000_000);
        string end = System.Text.Encoding.ASCII.GetString(answer.Body.AsSpan()[^200..]);
        Assert.Contains("""{"result":10485760},{"error":{"code":"PAYLOAD_TOO_LARGE",""", end);
    }

    [Fact]
    public async Task Transaction_Commands_RunAsOne()
    {
        (await _client.SendJson(
            "POST /v1/transactions", """{"commands":[["SET","tx","1"],["INCR","tx"],["LPOP"],["GET","tx"]]}"""))
            .IsProblem(400, "EXEC_ABORTED");
        (await _client.Send("GET /v1/strings/tx")).Is(404);
        (await _client.SendJson("POST /v1/transactions",
            """
            {"commands":[["SET","tx","1"],["INCR","tx"],["APPEND","tx","x"],
            ["INCR","tx"],["GET","tx"],["MGET","tx"]]}
            """))
            .IsJson(200, """
                {"results":[{"result":"OK"},{"result":2},{"result":2},
                {"error":{"code":"NOT_AN_INTEGER","message":"value is not an integer or out of range"}},
                {"result":"2x"},{"result":["2x"]}]}
                """);
    }

    [Theory]
    [InlineData("""[["PING"],["NOPE"]]""", 1, "UNKNOWN_COMMAND")]
    [InlineData("""[["GET"]]""", 0, "WRONG_ARITY")]
    [InlineData("""[["PING"],["PING"],["WATCH","k"]]""", 2, null)]
    public async Task Transaction_LineThatCannotBeQueued_AbortsAll(string commands, int index, string? code)
    {
        RestAnswer answer = (await _client.SendJson("POST /v1/transactions", $$"""{"commands":{{commands}}}"""))
            .IsProblem(400, "EXEC_ABORTED");
        Assert.Equal(index, (int?)answer.Json["index"]);
        if (code is not null)
            Assert.Equal(code, (string?)answer.Json["error"]!["code"]);
    }

    [Fact]
    public async Task Transaction_Preconditions_MustAllHold()
    {
        string etag = (await _client.Send("PUT /v1/strings/txp", "1")).Header("ETag")!.Replace("\"", "\\\"");
        string good = $$"""
            {"preconditions":[{"key":"txp","etag":"{{etag}}"},{"key":"txp","exists":true},
            {"key":"txnone","absent":true},{"key":"txp","equals":"1"}],"commands":[["INCR","txp"]]}
            """;
        (await _client.SendJson("POST /v1/transactions", good)).IsJson(200, """{"results":[{"result":2}]}""");
        RestAnswer failed = (await _client.SendJson("POST /v1/transactions", good))
            .IsProblem(412, "PRECONDITION_FAILED");
        Assert.Equal("[0,3]", failed.Json["failed"]!.ToJsonString());
        (await _client.Send("GET /v1/strings/txp")).Is(200, "2");
        string[] incomplete =
            ["""{"key":"k"}""", """{"exists":true}""", """{"key":"k","exists":true,"absent":false}""", "null"];
        foreach (string bad in incomplete)
            (await _client.SendJson("POST /v1/transactions", $$"""{"preconditions":[{{bad}}],"commands":[["PING"]]}"""))
                .IsProblem(400, "INVALID_ARGUMENT");
    }

    [Fact]
    public async Task Transaction_BigValues_ComeBackWhole()
    {
        string big = new('x', 100_000);
        RestAnswer answer = await _client.SendJson(
            "POST /v1/transactions", $$"""{"commands":[["SET","txbig","{{big}}"],["GET","txbig"]]}""");
        Assert.Equal(big, (string?)answer.Is(200).Json["results"]![1]!["result"]);
    }
}
