namespace WebKv.Server.Tests.Rest;

/// <summary>What only REST has for hashes: statuses, headers and forms.</summary>
public sealed class HashTests(RestFixture fixture) : IClassFixture<RestFixture>
{
    private const string Accept = "Accept: application/json";

    private readonly RestClient _client = fixture.Client;

    [Fact]
    public async Task Field_IsValueWithStatusAndTag()
    {
        RestAnswer created = (await _client.Send("PUT /v1/hashes/one/fields/a%2Fb", "v1")).Is(201);
        Assert.Equal("/v1/hashes/one/fields/a%2Fb", created.Header("Location"));
        (await _client.SendJson("PUT /v1/hashes/one/fields/a%2Fb", """{"value":{"base64":"AP8="}}""")).Is(204);
        RestAnswer got = (await _client.Send("GET /v1/hashes/one/fields/a%2Fb")).Is(200, "\0\xFF");
        Assert.Equal("hash", got.Header("WebKv-Type"));
        (await _client.Send("GET /v1/hashes/one/fields/a%2Fb", null as string, Accept))
            .IsJson(200, """{"value":{"base64":"AP8="}}""");
        (await _client.Send("GET /v1/hashes/one/fields/a%2Fb", null as string, "Range: bytes=1-")).Is(206, "\xFF");
        string tag = got.Header("ETag")!;
        (await _client.Send("GET /v1/hashes/one/fields/a%2Fb", null as string, $"If-None-Match: {tag}")).Is(304);
        (await _client.Send("PUT /v1/hashes/one/fields/other", "x", $"If-Match: {tag}")).Is(201);
        (await _client.Send("PUT /v1/hashes/one/fields/other", "y", $"If-Match: {tag}"))
            .IsProblem(412, "PRECONDITION_FAILED");
    }

    [Fact]
    public async Task Missing_SaysWhetherTheKeyOrTheField()
    {
        await _client.Send("PUT /v1/hashes/half/fields/a", "v");
        foreach (string operation in (string[])["GET /v1/hashes/{0}/fields/x", "DELETE /v1/hashes/{0}/fields/x",
            "GET /v1/hashes/{0}/fields/x/ttl", "DELETE /v1/hashes/{0}/fields/x/ttl"])
        {
            (await _client.Send(string.Format(null, operation, "half"))).IsProblem(404, "FIELD_NOT_FOUND");
            (await _client.Send(string.Format(null, operation, "none"))).IsProblem(404, "KEY_NOT_FOUND");
        }
        (await _client.SendJson("PUT /v1/hashes/half/fields/x/ttl", """{"ttlMs":1000}"""))
            .IsProblem(404, "FIELD_NOT_FOUND");
        (await _client.Send("DELETE /v1/hashes/half/fields/x?missingOk=true")).Is(204);
        (await _client.Send("GET /v1/hashes/none")).IsProblem(404, "KEY_NOT_FOUND");
        (await _client.Send("GET /v1/hashes/none/fields")).IsJson(200, """{"fields":[],"nextCursor":null}""");
        (await _client.Send("GET /v1/hashes/none/length")).IsJson(200, """{"length":0}""");
    }

    [Fact]
    public async Task Patch_SetsAndRemovesInOneStep_OrDoesNothing()
    {
        (await _client.SendJson("PATCH /v1/hashes/patch", """{"set":[{"field":"a","value":"1"}]}"""))
            .IsJson(200, """{"added":1,"removed":0}""");
        RestAnswer both = await _client.SendJson(
            "PATCH /v1/hashes/patch", """{"set":[{"field":"b","value":"2"}],"remove":["a","x"]}""");
        both.IsJson(200, """{"added":1,"removed":1}""");
        (await _client.SendJson(
            "PATCH /v1/hashes/patch",
            """{"set":[{"field":"b","value":"9"}],"remove":["b"],"condition":"allAbsent"}"""))
            .IsProblem(412, "PRECONDITION_FAILED");
        RestAnswer all = (await _client.Send("GET /v1/hashes/patch")).IsJson(200, """[{"field":"b","value":"2"}]""");
        Assert.Equal(both.Header("ETag"), all.Header("ETag"));
    }

    [Fact]
    public async Task Names_AndTextAsAskedFor()
    {
        await _client.SendJson("PATCH /v1/hashes/forms", """{"set":[{"field":{"base64":"/w=="},"value":"t"}]}""");
        (await _client.Send("GET /v1/hashes/forms/fields?namesOnly=true"))
            .IsJson(200, """{"names":[{"base64":"/w=="}],"nextCursor":null}""");
        (await _client.Send("GET /v1/hashes/forms?encoding=base64"))
            .IsJson(200, """[{"field":{"base64":"/w=="},"value":{"base64":"dA=="}}]""");
        (await _client.Send("GET /v1/hashes/forms?encoding=utf8")).IsProblem(406, "NOT_ACCEPTABLE");
        (await _client.Send("GET /v1/hashes/forms/random?withValues=true"))
            .IsJson(200, """{"fields":[{"field":{"base64":"/w=="},"value":"t"}]}""");
        (await _client.Send("GET /v1/hashes/Zm9ybXM/fields/_w?enc=base64url")).Is(200, "t");
    }
}
