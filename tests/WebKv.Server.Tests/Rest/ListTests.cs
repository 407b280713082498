namespace WebKv.Server.Tests.Rest;

public sealed class ListTests(RestFixture fixture) : IClassFixture<RestFixture>
{
    private readonly RestClient _client = fixture.Client;

    [Fact]
    public async Task List_IsDescribed()
    {
        (await _client.Send("GET /v1/lists/none")).IsProblem(404, "KEY_NOT_FOUND");
        RestAnswer pushed = await Push("info", "a", "b");
        RestAnswer info = (await _client.Send("GET /v1/lists/info")).Is(200);
        Assert.Equal(2, (long)info.Json["length"]!);
        Assert.Null(info.Json["ttlMs"]);
        Assert.Equal(pushed.Header("ETag"), (string?)info.Json["etag"]);
        (await _client.SendJson("PUT /v1/keys/info/ttl", """{"ttlMs":100000}""")).Is(200);
        Assert.InRange((long)(await _client.Send("GET /v1/lists/info")).Json["ttlMs"]!, 1, 100_000);
    }

    [Fact]
    public async Task Items_WithoutStop_AreAPage()
    {
        await Push("page", [.. Enumerable.Range(0, 250).Select(i => $"{i}")]);
        RestAnswer first = (await _client.Send("GET /v1/lists/page/items")).Is(200);
        Assert.Equal(100, first.Json["items"]!.AsArray().Count);
        Assert.Equal(250, (long)first.Json["length"]!);
        Assert.Equal(250, (await Items("page", "start=0&stop=-1")).Length);
        Assert.Equal(["200", "201"], await Items("page", "start=200&limit=2"));
        Assert.Equal(["248", "249"], await Items("page", "start=-2&limit=10"));
        Assert.Equal(["240", "241"], await Items("page", "start=-10&stop=-1&limit=2"));
        Assert.Equal(["0", "1"], await Items("page", "start=-9999&limit=2"));
        Assert.Empty(await Items("page", "start=250"));
        Assert.Empty(await Items("page", "start=9223372036854775807&stop=9223372036854775807&limit=1000"));
        (await _client.Send("GET /v1/lists/nobody/items")).IsJson(200, """{"items":[],"length":0}""");
    }

    [Fact]
    public async Task Push_Bodies_AreTakenAsSaid()
    {
        (await _client.Send("POST /v1/lists/bodies/push", "raw")).IsJson(200, """{"length":1}""");
        (await _client.SendJson("POST /v1/lists/bodies/push?raw=true&side=left", """{"values":["x"]}"""))
            .IsJson(200, """{"length":2}""");
        (await _client.SendJson("POST /v1/lists/bodies/push", """{"side":"left","values":["a",{"base64":"/w=="}]}"""))
            .IsJson(200, """{"length":4}""");
        (await _client.Send("GET /v1/lists/bodies/items")).IsJson(
            200, """{"items":[{"base64":"/w=="},"a","{\"values\":[\"x\"]}","raw"],"length":4}""");
        (await _client.Send("GET /v1/lists/bodies/items?encoding=utf8")).IsProblem(406, "NOT_ACCEPTABLE");
        (await _client.Send("POST /v1/lists/nobody/push?onlyIfExists=true", "x")).IsProblem(404, "KEY_NOT_FOUND");
        (await _client.SendJson("POST /v1/lists/nobody/push", """{"values":["x"],"onlyIfExists":true}"""))
            .IsProblem(404, "KEY_NOT_FOUND");
        (await _client.Send("POST /v1/lists/bodies/push?side=top", "x")).IsProblem(400, "INVALID_ARGUMENT");
    }

    [Fact]
    public async Task Preconditions_AreThoseOfTheList()
    {
        string etag = (await Push("cond", "a")).Header("ETag")!;
        string second = (await _client.Send("POST /v1/lists/cond/push", "b", $"If-Match: {etag}")).Is(200)
            .Header("ETag")!;
        Assert.NotEqual(etag, second);
        (await _client.Send("POST /v1/lists/cond/push", "c", $"If-Match: {etag}"))
            .IsProblem(412, "PRECONDITION_FAILED");
        (await _client.Send("PUT /v1/lists/cond/items/0", "x", $"If-Match: {etag}"))
            .IsProblem(412, "PRECONDITION_FAILED");
        (await _client.SendJson("POST /v1/lists/cond/pop", "{}", $"If-Match: {etag}"))
            .IsProblem(412, "PRECONDITION_FAILED");
        (await _client.Send("POST /v1/lists/cond/push", "c", "If-None-Match: *"))
            .IsProblem(412, "PRECONDITION_FAILED");
        (await _client.Send("PUT /v1/lists/cond/items/0", "x", $"If-Match: {second}")).Is(204);
        Assert.Equal(["x", "b"], await Items("cond", ""));
    }

    [Fact]
    public async Task Item_IsAValue()
    {
        await Push("item", "first", "0123456789");
        RestAnswer raw = (await _client.Send("GET /v1/lists/item/items/-1")).Is(200, "0123456789");
        Assert.Equal("application/octet-stream", raw.Header("Content-Type"));
        Assert.Equal("list", raw.Header("WebKv-Type"));
        (await _client.Send("GET /v1/lists/item/items/-1", null as string, $"If-None-Match: {raw.Header("ETag")}"))
            .Is(304);
        (await _client.Send("GET /v1/lists/item/items/1", null as string, "Range: bytes=2-4")).Is(206, "234");
        (await _client.Send("GET /v1/lists/item/items/0", null as string, "Accept: application/json"))
            .IsJson(200, """{"value":"first"}""");
        (await _client.Send("GET /v1/lists/item/items/2")).IsProblem(404, "INDEX_OUT_OF_RANGE");
        (await _client.Send("GET /v1/lists/none/items/0")).IsProblem(404, "KEY_NOT_FOUND");
        (await _client.Send("PUT /v1/lists/item/items/2", "x")).IsProblem(404, "INDEX_OUT_OF_RANGE");
        (await _client.SendJson("PUT /v1/lists/item/items/0", """{"value":{"base64":"AP8="}}""")).Is(204);
        Assert.Equal([0, 255], (await _client.Send("GET /v1/lists/item/items/0")).Body);
    }

    [Fact]
    public async Task Insert_TellsWhatIsMissing()
    {
        const string Body = """{"pivot":"p","before":true,"value":"v"}""";
        (await _client.SendJson("POST /v1/lists/ins/insert", Body)).IsProblem(404, "KEY_NOT_FOUND");
        await Push("ins", "a");
        (await _client.SendJson("POST /v1/lists/ins/insert", Body)).IsProblem(404, "NOT_FOUND");
        await Push("ins", "p");
        (await _client.SendJson("POST /v1/lists/ins/insert", Body)).IsJson(200, """{"length":3}""");
        (await _client.SendJson("POST /v1/lists/ins/trim", """{"start":1,"stop":1}""")).IsJson(200, """{"length":1}""");
        RestAnswer gone = (await _client.SendJson("POST /v1/lists/ins/trim", """{"start":1,"stop":0}"""))
            .IsJson(200, """{"length":0}""");
        Assert.Null(gone.Header("ETag"));
    }

    [Fact]
    public async Task ManyLists_PopAndMove()
    {
        (await _client.SendJson("POST /v1/lists:pop", """{"keys":["m1","m2"]}""")).Is(204);
        await Push("m2", "a", "b");
        (await _client.SendJson("POST /v1/lists:pop", """{"keys":["m1","m2"]}"""))
            .IsJson(200, """{"key":"m2","values":["a"]}""");
        (await _client.SendJson(
            "POST /v1/lists:move", """{"source":"m2","destination":"m1","from":"left","to":"right"}"""))
            .IsJson(200, """{"value":"b"}""");
        (await _client.SendJson(
            "POST /v1/lists:move", """{"source":"m2","destination":"m1","from":"left","to":"right"}""")).Is(204);
        (await _client.SendJson("POST /v1/lists/m1/pop?encoding=utf8", "{}")).IsProblem(400, "INVALID_ARGUMENT");
        (await _client.SendJson("POST /v1/lists/m1/pop?encoding=base64", "{}"))
            .IsJson(200, """{"values":[{"base64":"Yg=="}]}""");
    }

    private async Task<RestAnswer> Push(string key, params string[] values)
    {
        string list = string.Join(',', values.Select(value => $"\"{value}\""));
        return (await _client.SendJson($"POST /v1/lists/{key}/push", $"{{\"values\":[{list}]}}")).Is(200);
    }

    private async Task<string[]> Items(string key, string query) =>
        [.. (await _client.Send($"GET /v1/lists/{key}/items?{query}")).Is(200)
            .Json["items"]!.AsArray().Select(item => (string)item!)];
}
