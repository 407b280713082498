using System.Text.Json.Nodes;

namespace WebKv.Server.Tests.Rest;

public sealed class KeyTests(RestFixture fixture) : IClassFixture<RestFixture>
{
    private readonly RestClient _client = fixture.Client;

    [Fact]
    public async Task Get_Key_DescribesIt()
    {
        string etag = (await _client.Send("PUT /v1/strings/desc?ttlMs=60000", "12")).Header("ETag")!;
        RestAnswer got = (await _client.Send("GET /v1/keys/desc")).Is(200);
        Assert.Equal("string", (string?)got.Json["type"]);
        Assert.Equal("int", (string?)got.Json["encoding"]);
        Assert.Equal(etag, (string?)got.Json["etag"]);
        Assert.InRange((long)got.Json["ttlMs"]!, 50_000, 60_000);
        Assert.InRange((long)got.Json["memoryBytes"]!, 16, 200);
        (await _client.Send("HEAD /v1/keys/desc")).Is(200, "");
        (await _client.Send("GET /v1/keys/nodesc")).IsProblem(404, "KEY_NOT_FOUND");
    }

    [Fact]
    public async Task Delete_Key_Removes()
    {
        await _client.Send("PUT /v1/strings/del", "v");
        (await _client.Send("DELETE /v1/keys/del", null as string, "If-Match: \"0.r\""))
            .IsProblem(412, "PRECONDITION_FAILED");
        (await _client.Send("DELETE /v1/keys/del?async=true")).Is(204, "");
        (await _client.Send("DELETE /v1/keys/del")).IsProblem(404, "KEY_NOT_FOUND");
        (await _client.Send("DELETE /v1/keys/del?missingOk=true")).Is(204, "");
    }

    [Fact]
    public async Task Ttl_SetReadRemove()
    {
        (await _client.Send("GET /v1/keys/ttl/ttl")).IsProblem(404, "KEY_NOT_FOUND");
        (await _client.SendJson("PUT /v1/keys/ttl/ttl", """{"ttlMs":1000}""")).IsProblem(404, "KEY_NOT_FOUND");
        (await _client.Send("DELETE /v1/keys/ttl/ttl")).IsProblem(404, "KEY_NOT_FOUND");
        await _client.Send("PUT /v1/strings/ttl", "v");
        (await _client.Send("GET /v1/keys/ttl/ttl")).IsJson(200, """{"ttlMs":null,"expireAt":null}""");
        (await _client.SendJson("PUT /v1/keys/ttl/ttl", """{"ttlMs":60000,"when":"ifSome"}"""))
            .IsJson(200, """{"applied":false}""");
        (await _client.SendJson("PUT /v1/keys/ttl/ttl", """{"expireAt":"2100-01-01T00:00:00Z","when":"ifNone"}"""))
            .IsJson(200, """{"applied":true}""");
        RestAnswer got = await _client.Send("GET /v1/keys/ttl/ttl");
        Assert.Equal("2100-01-01T00:00:00.000Z", (string?)got.Is(200).Json["expireAt"]);
        (await _client.SendJson("PUT /v1/keys/ttl/ttl", """{"ttlMs":60000,"when":"ifGreater"}"""))
            .IsJson(200, """{"applied":false}""");
        (await _client.SendJson("PUT /v1/keys/ttl/ttl", """{"ttlMs":60000,"when":"ifLess"}"""))
            .IsJson(200, """{"applied":true}""");
        (await _client.Send("DELETE /v1/keys/ttl/ttl")).Is(204, "");
        (await _client.Send("GET /v1/keys/ttl/ttl")).IsJson(200, """{"ttlMs":null,"expireAt":null}""");
        (await _client.SendJson("PUT /v1/keys/ttl/ttl", "{}")).IsProblem(400, "INVALID_ARGUMENT");
        (await _client.SendJson("PUT /v1/keys/ttl/ttl", """{"ttlMs":1,"when":"never"}"""))
            .IsProblem(400, "INVALID_ARGUMENT");
        (await _client.SendJson("PUT /v1/keys/ttl/ttl", """{"expireAt":"2001-01-01T00:00:00Z"}"""))
            .IsJson(200, """{"applied":true}""");
        (await _client.Send("GET /v1/keys/ttl")).Is(404);
    }

    [Fact]
    public async Task Rename_Key_MovesUnlessTargetExists()
    {
        await _client.Send("PUT /v1/strings/ren1", "1");
        await _client.Send("PUT /v1/strings/ren2", "2");
        (await _client.SendJson("POST /v1/keys/ren1/rename", """{"to":"ren2"}""")).IsProblem(409, "TARGET_EXISTS");
        (await _client.SendJson("POST /v1/keys/ren1/rename", """{"to":"ren2","replace":true}"""))
            .IsJson(200, """{"key":"ren2"}""");
        (await _client.Send("GET /v1/strings/ren2")).Is(200, "1");
        (await _client.SendJson("POST /v1/keys/ren1/rename", """{"to":"ren3"}""")).IsProblem(404, "KEY_NOT_FOUND");
        (await _client.SendJson("POST /v1/keys/ren2/rename", "{}")).IsProblem(400, "INVALID_ARGUMENT");
    }

    [Fact]
    public async Task Copy_Key_KeepsBoth()
    {
        await _client.Send("PUT /v1/strings/cp1", "1");
        (await _client.SendJson("POST /v1/keys/cp1/copy", """{"to":"cp2"}""")).IsJson(200, """{"key":"cp2"}""");
        (await _client.SendJson("POST /v1/keys/cp1/copy", """{"to":"cp2"}""")).IsProblem(409, "TARGET_EXISTS");
        (await _client.SendJson("POST /v1/keys/cp1/copy", """{"to":"cp2","replace":true}""")).Is(200);
        (await _client.SendJson("POST /v1/keys/cp1/copy", """{"to":"cp1"}""")).IsProblem(400, "INVALID_ARGUMENT");
        (await _client.SendJson("POST /v1/keys/cp0/copy", """{"to":"cp2"}""")).IsProblem(404, "KEY_NOT_FOUND");
    }

    [Fact]
    public async Task Batch_Keys_TellsEach()
    {
        await _client.Send("PUT /v1/strings/ba", "1");
        await _client.Send("PUT /v1/strings/bb", "1");
        const string Keys = """{"keys":["ba","bx","bb"]}""";
        const string Found = """{"count":2,"perKey":[true,false,true]}""";
        (await _client.SendJson("POST /v1/keys:batchExists", Keys)).IsJson(200, Found);
        (await _client.SendJson("POST /v1/keys:touch", Keys)).IsJson(200, Found);
        (await _client.SendJson("POST /v1/keys:batchDelete", Keys)).IsJson(200, Found);
        (await _client.SendJson("POST /v1/keys:batchDelete", Keys))
            .IsJson(200, """{"count":0,"perKey":[false,false,false]}""");
    }

    [Fact]
    public async Task Random_Database_AnswersAKey()
    {
        (await _client.Send("GET /v1/keys:random?db=9")).IsProblem(404, "KEY_NOT_FOUND");
        await _client.Send("PUT /v1/strings/only?db=9", "v");
        (await _client.Send("GET /v1/keys:random?db=9")).IsJson(200, """{"key":"only"}""");
    }

    [Fact]
    public async Task List_Pages_ShowEveryKeyOnce()
    {
        for (int i = 0; i < 500; i++)
            await _client.Send($"PUT /v1/strings/page{i}?db=7", "v");
        await _client.Send("PUT /v1/strings/other?db=7", "v");
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            RestAnswer page = await _client.Send(
                $"GET /v1/keys?db=7&match=page*&type=string&limit=50{(cursor is null ? "" : "&cursor=" + cursor)}");
            JsonNode json = page.Is(200).Json;
            seen.AddRange(json["items"]!.AsArray().Select(item => (string)item!["key"]!));
            cursor = (string?)json["nextCursor"];
        }
        while (cursor is not null);
        Assert.Equal(500, seen.Count);
        Assert.Equal(500, seen.Distinct().Count());
    }

    [Fact]
    public async Task List_BadParameters_AreRefused()
    {
        (await _client.Send("GET /v1/keys?cursor=zzz")).IsProblem(400, "INVALID_CURSOR");
        (await _client.Send("GET /v1/keys?limit=1001")).IsProblem(400, "INVALID_ARGUMENT");
        (await _client.Send("GET /v1/keys?type=tree")).IsProblem(400, "INVALID_ARGUMENT");
        for (int i = 0; i < 100; i++)
            await _client.Send($"PUT /v1/strings/c{i}?db=8", "v");
        RestAnswer page = await _client.Send("GET /v1/keys?db=8&limit=1");
        string cursor = (string)page.Is(200).Json["nextCursor"]!;
        (await _client.Send($"GET /v1/keys?db=8&limit=10&cursor={cursor}")).Is(200);
        (await _client.Send($"GET /v1/keys?db=8&match=x&cursor={cursor}")).IsProblem(400, "INVALID_CURSOR");
        (await _client.Send($"GET /v1/keys?db=7&cursor={cursor}")).IsProblem(400, "INVALID_CURSOR");
    }
}
