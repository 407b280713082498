namespace WebKv.Server.Tests.Rest;

public sealed class StringOperationTests(RestFixture fixture) : IClassFixture<RestFixture>
{
    private const string Json = "Accept: application/json";

    private readonly RestClient _client = fixture.Client;

    [Fact]
    public async Task Append_RawAndJson_AddsToTheEnd()
    {
        (await _client.Send("POST /v1/strings/app/append", "ab")).IsJson(200, """{"length":2}""");
        (await _client.SendJson("POST /v1/strings/app/append", """{"value":"cd"}""")).IsJson(200, """{"length":4}""");
        RestAnswer raw = (await _client.SendJson("POST /v1/strings/app/append?raw=true", "{}"))
            .IsJson(200, """{"length":6}""");
        RestAnswer got = (await _client.Send("GET /v1/strings/app")).Is(200, "abcd{}");
        Assert.Equal(got.Header("ETag"), raw.Header("ETag"));
        (await _client.Send("POST /v1/strings/app/append", "x", "If-None-Match: *"))
            .IsProblem(412, "PRECONDITION_FAILED");
        (await _client.SendJson("POST /v1/strings/app/append", """{"valu":"cd"}""")).IsProblem(400, "MALFORMED_JSON");
        (await _client.SendJson("POST /v1/strings/app/append", "{}")).IsProblem(400, "INVALID_ARGUMENT");
    }

    [Fact]
    public async Task Range_ReadAndWrite_WorkOnBytes()
    {
        await _client.Send("PUT /v1/strings/rng", "0123456789");
        (await _client.Send("GET /v1/strings/rng/range?start=2&end=4")).Is(200, "234");
        (await _client.Send("GET /v1/strings/rng/range?start=-3")).Is(200, "789");
        (await _client.Send("GET /v1/strings/rng/range?start=20")).Is(200, "");
        (await _client.Send("GET /v1/strings/rng/range?end=1", null as string, Json)).IsJson(200, """{"value":"01"}""");
        (await _client.Send("GET /v1/strings/norng/range")).IsProblem(404, "KEY_NOT_FOUND");
        (await _client.Send("PUT /v1/strings/rng/range?offset=8", "xyz")).IsJson(200, """{"length":11}""");
        (await _client.Send("GET /v1/strings/rng")).Is(200, "01234567xyz");
        (await _client.Send("PUT /v1/strings/rng/range", "x")).IsProblem(400, "INVALID_ARGUMENT");
        (await _client.Send("PUT /v1/strings/rng/range?offset=536870912", "x")).IsProblem(413, "PAYLOAD_TOO_LARGE");
    }

    [Fact]
    public async Task Length_String_IsItsBytes()
    {
        await _client.Send("PUT /v1/strings/len", "\u00c3\u00a9");
        (await _client.Send("GET /v1/strings/len/length")).IsJson(200, """{"length":2}""");
        (await _client.Send("GET /v1/strings/nolen/length")).IsProblem(404, "KEY_NOT_FOUND");
    }

    [Fact]
    public async Task Increment_Integers_KeepAllDigits()
    {
        const string Path = "POST /v1/strings/incr/increment";
        (await _client.SendJson(Path, """{"by":5}""")).IsJson(200, """{"value":5}""");
        (await _client.SendJson(Path, """{"by":"-7"}""")).IsJson(200, """{"value":-2}""");
        (await _client.SendJson(Path, """{"by":9007199254740993}""")).IsJson(200, """{"value":9007199254740991}""");
        (await _client.SendJson(Path, """{"by":1}""")).IsJson(200, """{"value":"9007199254740992"}""");
        (await _client.SendJson(Path, """{"by":9223372036854775807}""")).IsProblem(409, "OVERFLOW");
        (await _client.SendJson(Path, """{"by":1,"byFloat":1}""")).IsProblem(400, "INVALID_ARGUMENT");
        (await _client.SendJson(Path, "{}")).IsProblem(400, "INVALID_ARGUMENT");
        (await _client.SendJson(Path, """{"by":1.5}""")).IsProblem(400, "MALFORMED_JSON");
        await _client.Send("PUT /v1/strings/incr", "x");
        (await _client.SendJson(Path, """{"by":1}""")).IsProblem(409, "NOT_AN_INTEGER");
    }

    [Fact]
    public async Task Increment_Float_AddsDecimals()
    {
        const string Path = "POST /v1/strings/incrf/increment";
        (await _client.SendJson(Path, """{"byFloat":0.1}""")).IsJson(200, """{"value":0.1}""");
        (await _client.SendJson(Path, """{"byFloat":"0.2"}""")).IsJson(200, """{"value":0.3}""");
        (await _client.SendJson(Path, """{"byFloat":"x"}""")).IsProblem(400, "INVALID_ARGUMENT");
        await _client.Send("PUT /v1/strings/incrf", "x");
        (await _client.SendJson(Path, """{"byFloat":1}""")).IsProblem(409, "NOT_A_FLOAT");
    }

    [Fact]
    public async Task Take_String_AnswersAndDeletes()
    {
        await _client.Send("PUT /v1/strings/take", "v");
        (await _client.Send("POST /v1/strings/take/take?encoding=utf8")).IsProblem(400, "INVALID_ARGUMENT");
        (await _client.Send("POST /v1/strings/take/take")).Is(200, "v");
        (await _client.Send("POST /v1/strings/take/take")).IsProblem(404, "KEY_NOT_FOUND");
    }

    [Fact]
    public async Task TouchTtl_String_AnswersAndChangesExpiry()
    {
        const string Path = "POST /v1/strings/touch/touch-ttl";
        (await _client.SendJson(Path, """{"ttlMs":60000}""")).IsProblem(404, "KEY_NOT_FOUND");
        await _client.Send("PUT /v1/strings/touch", "v");
        Assert.NotNull((await _client.SendJson(Path, """{"ttlMs":60000}""")).Is(200, "v").Header("WebKv-Ttl-Ms"));
        Assert.Null((await _client.SendJson(Path, """{"persist":true}""", Json))
            .IsJson(200, """{"value":"v"}""").Header("WebKv-Ttl-Ms"));
        (await _client.SendJson(Path, """{"expireAt":"2100-01-01T00:00:00.5Z"}""")).Is(200);
        (await _client.SendJson(Path, """{"persist":false}""")).IsProblem(400, "INVALID_ARGUMENT");
        (await _client.SendJson(Path, """{"persist":true,"ttlMs":1}""")).IsProblem(400, "INVALID_ARGUMENT");
    }

    [Fact]
    public async Task Bits_ReadWriteCountFind()
    {
        (await _client.SendJson("PUT /v1/strings/bits/bits/7", """{"bit":1}""")).IsJson(200, """{"previous":0}""");
        (await _client.SendJson("PUT /v1/strings/bits/bits/7", """{"bit":1}""")).IsJson(200, """{"previous":1}""");
        (await _client.Send("GET /v1/strings/bits/bits/7")).IsJson(200, """{"bit":1}""");
        (await _client.Send("GET /v1/strings/bits/bits/8")).IsJson(200, """{"bit":0}""");
        (await _client.Send("GET /v1/strings/bits/bits/-1")).IsProblem(400, "INVALID_ARGUMENT");
        (await _client.Send("GET /v1/strings/bits/bits/4294967296")).IsProblem(400, "INVALID_ARGUMENT");
        (await _client.SendJson("PUT /v1/strings/bits/bits/7", """{"bit":2}""")).IsProblem(400, "INVALID_ARGUMENT");
        (await _client.Send("GET /v1/strings/bits/bit-count")).IsJson(200, """{"count":1}""");
        (await _client.Send("GET /v1/strings/bits/bit-count?start=0&end=6&unit=bit")).IsJson(200, """{"count":0}""");
        (await _client.Send("GET /v1/strings/bits/bit-position?bit=1")).IsJson(200, """{"position":7}""");
        (await _client.Send("GET /v1/strings/nobits/bit-position?bit=1")).IsJson(200, """{"position":-1}""");
        (await _client.Send("GET /v1/strings/bits/bit-position")).IsProblem(400, "INVALID_ARGUMENT");
    }

    [Fact]
    public async Task BitOp_Strings_StoresResult()
    {
        await _client.Send("PUT /v1/strings/op1", "\u000f");
        await _client.Send("PUT /v1/strings/op2", "\u00f1");
        (await _client.SendJson("POST /v1/strings:bitOp", """{"op":"and","keys":["op1","op2"],"storeInto":"op3"}"""))
            .IsJson(200, """{"length":1}""");
        (await _client.Send("GET /v1/strings/op3")).Is(200, "\u0001");
        (await _client.SendJson("POST /v1/strings:bitOp", """{"op":"not","keys":["op1","op2"],"storeInto":"op3"}"""))
            .IsProblem(400, "INVALID_ARGUMENT");
        (await _client.SendJson("POST /v1/strings:bitOp", """{"op":"nand","keys":["op1"],"storeInto":"op3"}"""))
            .IsProblem(400, "INVALID_ARGUMENT");
    }

    [Fact]
    public async Task Batch_SetAndGet_AreOneUnit()
    {
        (await _client.SendJson("POST /v1/strings:batchSet",
            """{"items":[{"key":"b1","value":"x"},{"key":{"base64":"/w=="},"value":{"base64":"AP8="}}]}"""))
            .IsJson(200, """{"written":2}""");
        (await _client.SendJson("POST /v1/strings:batchGet", """{"keys":["b1","none",{"base64":"/w=="}]}"""))
            .IsJson(200, """{"items":["x",null,{"base64":"AP8="}]}""");
        (await _client.SendJson("POST /v1/strings:batchGet?encoding=utf8", """{"keys":[{"base64":"/w=="}]}"""))
            .IsProblem(406, "NOT_ACCEPTABLE");
        (await _client.SendJson("POST /v1/strings:batchSet",
            """{"items":[{"key":"b1","value":"y"},{"key":"b3","value":"y"}],"condition":"allAbsent"}"""))
            .IsProblem(412, "PRECONDITION_FAILED");
        (await _client.Send("GET /v1/strings/b3")).Is(404);
        RestAnswer bad = (await _client.SendJson(
            "POST /v1/strings:batchSet", """{"items":[{"key":"b1","value":"y"},{"key":"b3"}]}"""))
            .IsProblem(400, "INVALID_ARGUMENT");
        Assert.NotNull(bad.Json["errors"]!["items[1].value"]);
        Assert.NotNull(bad.Json["errorCodes"]!["items[1].value"]);
        (await _client.SendJson("POST /v1/strings:batchGet", """{"keys":[]}""")).IsProblem(400, "INVALID_ARGUMENT");
        (await _client.SendJson("POST /v1/strings:batchGet", """{"keys":[null]}""")).IsProblem(400, "INVALID_ARGUMENT");
    }
}
