namespace WebKv.Server.Tests.Rest;

public sealed class StringTests(RestFixture fixture) : IClassFixture<RestFixture>
{
    private readonly RestClient _client = fixture.Client;

    [Fact]
    public async Task Get_MissingKey_IsNotFound() =>
        (await _client.Send("GET /v1/strings/none")).IsProblem(404, "KEY_NOT_FOUND");

    [Fact]
    public async Task Put_NewAndOldKey_CreatesThenReplaces()
    {
        RestAnswer created = (await _client.Send("PUT /v1/strings/put", "a")).Is(201, "");
        Assert.Equal("/v1/strings/put", created.Header("Location"));
        Assert.Matches("^\"[0-9a-f]+\\.r\"$", created.Header("ETag"));
        (await _client.Send("PUT /v1/strings/put", "b")).Is(204, "");
        (await _client.Send("GET /v1/strings/put")).Is(200, "b");
    }

    [Fact]
    public async Task Get_String_HasHeaders()
    {
        RestAnswer put = await _client.Send("PUT /v1/strings/headers?ttlMs=60000", "abc");
        RestAnswer got = (await _client.Send("GET /v1/strings/headers")).Is(200, "abc");
        Assert.Equal("application/octet-stream", got.Header("Content-Type"));
        Assert.Equal("3", got.Header("Content-Length"));
        Assert.Equal("string", got.Header("WebKv-Type"));
        Assert.InRange(int.Parse(got.Header("WebKv-Ttl-Ms")!), 50_000, 60_000);
        Assert.Equal(put.Header("ETag"), got.Header("ETag"));
        Assert.Equal(put.Header("WebKv-Offset"), got.Header("WebKv-Offset"));
        Assert.Equal("Accept", got.Header("Vary"));
        Assert.Equal("bytes", got.Header("Accept-Ranges"));
    }

    [Fact]
    public async Task Head_String_HasHeadersOfGetAndNoBody()
    {
        await _client.Send("PUT /v1/strings/head", "abc");
        RestAnswer head = (await _client.Send("HEAD /v1/strings/head")).Is(200, "");
        Assert.Equal("3", head.Header("Content-Length"));
        Assert.NotNull(head.Header("ETag"));
        (await _client.Send("HEAD /v1/strings/nohead")).Is(404, "");
    }

    [Fact]
    public async Task Put_EmptyBody_IsEmptyValue()
    {
        (await _client.Send("PUT /v1/strings/empty", "")).Is(201);
        RestAnswer got = (await _client.Send("GET /v1/strings/empty")).Is(200, "");
        Assert.Equal("0", got.Header("Content-Length"));
    }

    [Theory]
    [InlineData(16 * 1024 - 1)]
    [InlineData(16 * 1024)]
    [InlineData(3_000_000)]
    public async Task Put_BigBody_ComesBackWhole(int length)
    {
        byte[] value = new byte[length];
        new Random(7).NextBytes(value);
        (await _client.Send($"PUT /v1/strings/big{length}", value)).Is(201);
        Assert.Equal(value, (await _client.Send($"GET /v1/strings/big{length}")).Is(200).Body);
        (await _client.SendChunked($"PUT /v1/strings/chunked{length}", new MemoryStream(value))).Is(201);
        Assert.Equal(value, (await _client.Send($"GET /v1/strings/chunked{length}")).Is(200).Body);
    }

    [Fact]
    public async Task Put_BodyAboveKestrelsDefaultLimit_IsStored()
    {
        byte[] value = new byte[40_000_000];
        (await _client.Send("PUT /v1/strings/huge", value)).Is(201);
        RestAnswer head = await _client.Send("HEAD /v1/strings/huge");
        Assert.Equal("40000000", head.Header("Content-Length"));
        (await _client.Send("DELETE /v1/strings/huge")).Is(204);
    }

    [Fact]
    public async Task Put_LengthAbove512MiB_IsTooLarge()
    {
        string answer = await _client.SendRaw("PUT /v1/strings/toolarge HTTP/1.1\nContent-Length: 536870913");
        Assert.StartsWith("HTTP/1.1 413", answer);
        Assert.Contains("536870912", answer);
        Assert.Contains("536870913", answer);
        Assert.Contains("PAYLOAD_TOO_LARGE", answer);
    }

    [Fact]
    public async Task Put_Envelope_StoresValueWithOptions()
    {
        (await _client.SendJson("PUT /v1/strings/env", """{"value":"hé","ttlMs":60000}""")).Is(201);
        RestAnswer got = await _client.Send("GET /v1/strings/env", null as string, "Accept: application/json");
        got.IsJson(200, """{"value":"hé"}""");
        Assert.NotNull(got.Header("WebKv-Ttl-Ms"));
        Assert.EndsWith(".j\"", got.Header("ETag"));
        (await _client.SendJson("PUT /v1/strings/env", """{"value":{"base64":"/w=="},"keepTtl":true}""")).Is(204);
        got = (await _client.Send("GET /v1/strings/env")).Is(200, "\u00ff");
        Assert.NotNull(got.Header("WebKv-Ttl-Ms"));
        (await _client.SendJson("PUT /v1/strings/env", """{"value":"x","condition":"absent"}"""))
            .IsProblem(412, "PRECONDITION_FAILED");
        (await _client.SendJson("PUT /v1/strings/env", """{"value":"x","expireAt":"2100-01-01T00:00:00Z"}""")).Is(204);
    }

    [Fact]
    public async Task Put_JsonRaw_IsStoredVerbatim()
    {
        (await _client.SendJson("PUT /v1/strings/rawjson?raw=true", """{ "a" : 1 }""")).Is(201);
        (await _client.Send("GET /v1/strings/rawjson")).Is(200, """{ "a" : 1 }""");
        (await _client.Send("PUT /v1/strings/rawjson2", "{}", "Content-Type: application/vnd.x+json")).Is(201);
        (await _client.Send("GET /v1/strings/rawjson2")).Is(200, "{}");
    }

    [Theory]
    [InlineData("""{"value":"x","ttlms":5}""", "MALFORMED_JSON")]
    [InlineData("""{"value":5}""", "MALFORMED_JSON")]
    [InlineData("""{"value":{"base64":"%"}}""", "MALFORMED_JSON")]
    [InlineData("""{"value":"\ud800"}""", "MALFORMED_JSON")]
    [InlineData("""{"value":"x" """, "MALFORMED_JSON")]
    [InlineData("null", "MALFORMED_JSON")]
    [InlineData("", "MALFORMED_JSON")]
    [InlineData("""{}""", "INVALID_ARGUMENT")]
    [InlineData("""{"value":"x","ttlMs":0}""", "INVALID_ARGUMENT")]
    [InlineData("""{"value":"x","ttlMs":5,"keepTtl":true}""", "INVALID_ARGUMENT")]
    [InlineData("""{"value":"x","condition":"never"}""", "INVALID_ARGUMENT")]
    [InlineData("""{"value":"x","expireAt":"tomorrow"}""", "INVALID_ARGUMENT")]
    public async Task Put_BadEnvelope_IsRefused(string json, string code)
    {
        (await _client.SendJson("PUT /v1/strings/badenv", json)).IsProblem(400, code);
        (await _client.Send("GET /v1/strings/badenv")).Is(404);
    }

    [Theory]
    [InlineData("ttlMs=x", "ttlMs")]
    [InlineData("ttlms=5", "ttlms")]
    [InlineData("ttlMs=5&keepTtl=true", "ttlMs")]
    [InlineData("ttlMs=5&ttlMs=6", "ttlMs")]
    [InlineData("condition=x", "condition")]
    [InlineData("db=16", "db")]
    [InlineData("db=-1", "db")]
    [InlineData("enc=hex", "enc")]
    [InlineData("keepTtl=1", "keepTtl")]
    [InlineData("expireAt=2030-01-01", "expireAt")]
    public async Task Put_BadParameter_IsNamed(string query, string parameter)
    {
        RestAnswer answer = await _client.Send("PUT /v1/strings/badquery?" + query, "v");
        answer.IsProblem(400, "INVALID_ARGUMENT");
        Assert.NotNull(answer.Json["errors"]![parameter]);
        (await _client.Send("GET /v1/strings/badquery")).Is(404);
    }

    [Fact]
    public async Task Put_Condition_DecidesWrite()
    {
        (await _client.Send("PUT /v1/strings/cond?condition=present", "a")).IsProblem(412, "PRECONDITION_FAILED");
        (await _client.Send("PUT /v1/strings/cond?condition=absent", "a")).Is(201);
        (await _client.Send("PUT /v1/strings/cond?condition=absent", "b")).IsProblem(412, "PRECONDITION_FAILED");
        (await _client.Send("PUT /v1/strings/cond?condition=present", "c")).Is(204);
        (await _client.Send("GET /v1/strings/cond")).Is(200, "c");
    }

    [Fact]
    public async Task Put_ReturnPrevious_AnswersOldValue()
    {
        (await _client.Send("PUT /v1/strings/prev?returnPrevious=true", "a")).Is(201, "");
        (await _client.Send("PUT /v1/strings/prev?returnPrevious=true", "b")).Is(200, "a");
        (await _client.Send("PUT /v1/strings/prev?returnPrevious=true", "c", "Accept: application/json"))
            .IsJson(200, """{"value":"b"}""");
    }

    [Fact]
    public async Task Put_ExpireAtInPast_LeavesNoKey()
    {
        (await _client.Send("PUT /v1/strings/past?expireAt=2001-01-01T00:00:00Z", "a")).Is(201);
        (await _client.Send("GET /v1/strings/past")).Is(404);
    }

    [Fact]
    public async Task Write_Preconditions_AreChecked()
    {
        (await _client.Send("PUT /v1/strings/pre", "a", "If-Match: *")).IsProblem(412, "PRECONDITION_FAILED");
        string etag = (await _client.Send("PUT /v1/strings/pre", "a", "If-None-Match: *")).Is(201).Header("ETag")!;
        (await _client.Send("PUT /v1/strings/pre", "b", "If-None-Match: *")).IsProblem(412, "PRECONDITION_FAILED");
        (await _client.Send("PUT /v1/strings/pre", "b", "If-Match: \"0.r\"")).IsProblem(412, "PRECONDITION_FAILED");
        (await _client.Send("PUT /v1/strings/pre", "b", $"If-Match: W/{etag}")).IsProblem(412, "PRECONDITION_FAILED");
        (await _client.Send("PUT /v1/strings/pre", "b", $"If-Match: \"0.r\", {etag.Replace(".r", ".j")}")).Is(204);
        (await _client.Send("DELETE /v1/strings/pre", null as string, $"If-Match: {etag}"))
            .IsProblem(412, "PRECONDITION_FAILED");
        (await _client.Send("DELETE /v1/strings/pre", null as string, "If-Match: *")).Is(204);
    }

    [Fact]
    public async Task Get_IfNoneMatch_SavesTheBody()
    {
        string etag = (await _client.Send("PUT /v1/strings/cached", "a")).Header("ETag")!;
        RestAnswer got = (await _client.Send("GET /v1/strings/cached", null as string, $"If-None-Match: \"x\", {etag}"))
            .Is(304, "");
        Assert.Equal(etag, got.Header("ETag"));
        (await _client.Send("GET /v1/strings/cached", null as string, "If-None-Match: *")).Is(304);
        (await _client.Send("HEAD /v1/strings/cached", null as string, $"If-None-Match: {etag}")).Is(304);
        (await _client.Send(
            "GET /v1/strings/cached", null as string, $"If-None-Match: {etag}", "Accept: application/json")).Is(200);
        (await _client.Send("GET /v1/strings/cached", null as string, "If-None-Match: \"0.r\"")).Is(200, "a");
        (await _client.Send("GET /v1/strings/cached", null as string, "If-Match: \"0.r\""))
            .IsProblem(412, "PRECONDITION_FAILED");
        (await _client.Send("GET /v1/strings/uncached", null as string, "If-Match: *"))
            .IsProblem(412, "PRECONDITION_FAILED");
    }

    [Theory]
    [InlineData("bytes=0-0", 206, "0", "bytes 0-0/10")]
    [InlineData("bytes=2-4", 206, "234", "bytes 2-4/10")]
    [InlineData("bytes=8-", 206, "89", "bytes 8-9/10")]
    [InlineData("bytes=8-99", 206, "89", "bytes 8-9/10")]
    [InlineData("bytes=-3", 206, "789", "bytes 7-9/10")]
    [InlineData("bytes=-99", 206, "0123456789", "bytes 0-9/10")]
    [InlineData("bytes=8-99999999999999999999", 206, "89", "bytes 8-9/10")]
    [InlineData("bytes=-99999999999999999999", 206, "0123456789", "bytes 0-9/10")]
    [InlineData("bytes=4-2", 200, "0123456789", null)]
    [InlineData("bytes=0-1,3-4", 200, "0123456789", null)]
    [InlineData("items=0-1", 200, "0123456789", null)]
    [InlineData("bytes=a-b", 200, "0123456789", null)]
    public async Task Get_Range_AnswersPart(string range, int status, string body, string? contentRange)
    {
        await _client.Send("PUT /v1/strings/range", "0123456789");
        RestAnswer got = (await _client.Send("GET /v1/strings/range", null as string, $"Range: {range}"))
            .Is(status, body);
        Assert.Equal(contentRange, got.Header("Content-Range"));
    }

    [Theory]
    [InlineData("0123456789", "bytes=10-")]
    [InlineData("0123456789", "bytes=99999999999999999999-")]
    [InlineData("0123456789", "bytes=-0")]
    [InlineData("", "bytes=0-0")]
    [InlineData("", "bytes=-1")]
    public async Task Get_RangeOutside_IsNotSatisfiable(string value, string range)
    {
        await _client.Send("PUT /v1/strings/outside", value);
        RestAnswer got = await _client.Send("GET /v1/strings/outside", null as string, $"Range: {range}");
        got.IsProblem(416, "RANGE_NOT_SATISFIABLE");
        Assert.Equal($"bytes */{value.Length}", got.Header("Content-Range"));
    }

    [Fact]
    public async Task Get_RangeOfBigValue_AnswersPart()
    {
        await _client.Send("PUT /v1/strings/bigrange", new byte[200_000]);
        RestAnswer got = await _client.Send("GET /v1/strings/bigrange", null as string, "Range: bytes=100000-199998");
        Assert.Equal(99_999, got.Is(206).Body.Length);
    }

    [Fact]
    public async Task Get_IfRange_AppliesToSameVersionOnly()
    {
        string etag = (await _client.Send("PUT /v1/strings/ifrange", "0123456789")).Header("ETag")!;
        (await _client.Send("GET /v1/strings/ifrange", null as string, "Range: bytes=0-0", $"If-Range: {etag}"))
            .Is(206, "0");
        (await _client.Send("GET /v1/strings/ifrange", null as string, "Range: bytes=0-0", "If-Range: \"0.r\""))
            .Is(200);
    }

    [Fact]
    public async Task Get_Accept_ChoosesRepresentation()
    {
        await _client.Send("PUT /v1/strings/text", "h\u00c3\u00a9");
        await _client.Send("PUT /v1/strings/binary", "\u00ff\u0000");
        RestAnswer text = (await _client.Send("GET /v1/strings/text", null as string, "Accept: text/plain"))
            .Is(200, "h\u00c3\u00a9");
        Assert.Equal("text/plain; charset=utf-8", text.Header("Content-Type"));
        (await _client.Send("GET /v1/strings/binary", null as string, "Accept: text/plain"))
            .IsProblem(406, "NOT_ACCEPTABLE");
        (await _client.Send("GET /v1/strings/text", null as string, "Accept: image/png"))
            .IsProblem(406, "NOT_ACCEPTABLE");
        (await _client.Send("GET /v1/strings/binary", null as string, "Accept: application/json"))
            .IsJson(200, """{"value":{"base64":"/wA="}}""");
        (await _client.Send("GET /v1/strings/text?encoding=base64", null as string, "Accept: application/json"))
            .IsJson(200, """{"value":{"base64":"aMOp"}}""");
        (await _client.Send("GET /v1/strings/binary?encoding=utf8", null as string, "Accept: application/json"))
            .IsProblem(406, "NOT_ACCEPTABLE");
        RestAnswer browser = await _client.Send("GET /v1/strings/text", null as string, "Accept: text/html, */*;q=0.8");
        Assert.Equal("application/octet-stream", browser.Is(200).Header("Content-Type"));
        RestAnswer preferred = await _client.Send(
            "GET /v1/strings/text", null as string, "Accept: application/octet-stream;q=0.5, application/json");
        Assert.Equal("application/json", preferred.Is(200).Header("Content-Type"));
    }

    [Fact]
    public async Task Delete_MissingKey_IsNotFoundUnlessAllowed()
    {
        (await _client.Send("DELETE /v1/strings/gone")).IsProblem(404, "KEY_NOT_FOUND");
        (await _client.Send("DELETE /v1/strings/gone?missingOk=true")).Is(204);
        await _client.Send("PUT /v1/strings/gone", "x");
        (await _client.Send("DELETE /v1/strings/gone")).Is(204, "");
        (await _client.Send("GET /v1/strings/gone")).Is(404);
    }

    [Fact]
    public async Task Database_Parameter_KeepsKeysApart()
    {
        RestAnswer put = await _client.Send("PUT /v1/strings/db?db=3&ttlMs=60000", "three");
        Assert.Equal("/v1/strings/db?db=3", put.Is(201).Header("Location"));
        (await _client.Send("GET /v1/strings/db")).Is(404);
        (await _client.Send("GET /v1/strings/db?db=3")).Is(200, "three");
    }
}
