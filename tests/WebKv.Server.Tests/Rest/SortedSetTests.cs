namespace WebKv.Server.Tests.Rest;

/// <summary>What is particular to sorted sets over REST; the rest are the cases of all doors.</summary>
public sealed class SortedSetTests(RestFixture fixture) : IClassFixture<RestFixture>
{
    private readonly RestClient _client = fixture.Client;

    [Theory]
    [InlineData("POST /add", """{"entries":[]}""")]
    [InlineData("POST /add", """{"entries":[null]}""")]
    [InlineData("POST /add", """{"entries":[{"member":"a"}]}""")]
    [InlineData("POST /add", """{"entries":[{"score":1}]}""")]
    [InlineData("POST /add", """{"entries":[{"member":"a","score":1}],"mode":"bogus"}""")]
    [InlineData("POST /increment", """{"by":1}""")]
    [InlineData("POST /remove", """{"members":[]}""")]
    [InlineData("POST /scores", """{"members":[null]}""")]
    [InlineData("POST /pop", """{"end":"middle"}""")]
    [InlineData("POST /pop", "{}")]
    [InlineData("POST /pop", """{"end":"min","count":0}""")]
    [InlineData("POST /pop", """{"end":"min","count":1001}""")]
    [InlineData("POST /remove-range", "{}")]
    [InlineData("POST /remove-range", """{"ranks":{},"scores":{}}""")]
    public async Task Body_ThatSaysTooLittleOrTooMuch_IsRefused(string operation, string body)
    {
        string[] words = operation.Split(' ');
        (await _client.SendJson($"{words[0]} /v1/sorted-sets/bad{words[1]}", body)).IsProblem(400, "INVALID_ARGUMENT");
        (await _client.Send("GET /v1/sorted-sets/bad")).IsProblem(404, "KEY_NOT_FOUND");
    }

    [Theory]
    [InlineData("""{"entries":[{"member":"a","score":"nan"}]}""")]
    [InlineData("""{"entries":[{"member":"a","score":"1"}]}""")]
    [InlineData("""{"entries":[{"member":"a","score":1e999}]}""")]
    [InlineData("""{"entries":[{"member":1,"score":1}]}""")]
    [InlineData("""{"entries":[{"member":"a","score":1,"extra":1}]}""")]
    public async Task Body_WithWhatIsNoScoreOrMember_IsMalformed(string body)
    {
        (await _client.SendJson("POST /v1/sorted-sets/bad/add", body)).IsProblem(400, "MALFORMED_JSON");
        (await _client.Send("GET /v1/sorted-sets/bad")).IsProblem(404, "KEY_NOT_FOUND");
    }

    [Theory]
    [InlineData("""{"op":"bogus","keys":["a"]}""")]
    [InlineData("""{"op":"union","keys":[]}""")]
    [InlineData("""{"op":"union","keys":["a","b"],"weights":[1]}""")]
    [InlineData("""{"op":"union","keys":["a"],"aggregate":"avg"}""")]
    [InlineData("""{"op":"difference","keys":["a"],"weights":[1]}""")]
    [InlineData("""{"op":"difference","keys":["a"],"aggregate":"sum"}""")]
    [InlineData("""{"op":"union","keys":["a"],"countOnly":true}""")]
    [InlineData("""{"op":"intersection","keys":["a"],"limit":1}""")]
    [InlineData("""{"op":"intersection","keys":["a"],"countOnly":true,"limit":-1}""")]
    [InlineData("""{"op":"intersection","keys":["a"],"countOnly":true,"storeInto":"b"}""")]
    public async Task Combination_ThatMakesNoSense_IsRefused(string body) =>
        (await _client.SendJson("POST /v1/sorted-sets:combine", body)).IsProblem(400, "INVALID_ARGUMENT");

    [Theory]
    [InlineData("entries?by=bogus")]
    [InlineData("entries?min=x")]
    [InlineData("entries?min=1.5")]
    [InlineData("entries?max=9223372036854775808")]
    [InlineData("entries?minExclusive=true")]
    [InlineData("entries?limit=1")]
    [InlineData("entries?by=score&min=nan")]
    [InlineData("entries?by=score&offset=-1")]
    [InlineData("entries?by=score&limit=0")]
    [InlineData("entries?withScores=true")]
    [InlineData("count?by=rank")]
    [InlineData("count?min=x")]
    [InlineData("random?count=x")]
    [InlineData("random?count=-9223372036854775808")]
    [InlineData("scan?limit=0")]
    public async Task Query_ThatMakesNoSense_IsRefused(string query) =>
        (await _client.Send($"GET /v1/sorted-sets/some/{query}")).IsProblem(400, "INVALID_ARGUMENT");

    [Fact]
    public async Task Put_UnderAConditionNotMet_Is412AndKeepsTheScore()
    {
        (await _client.SendJson("PUT /v1/sorted-sets/put/entries/a", """{"score":5}""")).Is(201);
        (await _client.SendJson("PUT /v1/sorted-sets/put/entries/a", """{"score":4,"mode":"ifGreater"}"""))
            .IsProblem(412, "PRECONDITION_FAILED");
        (await _client.SendJson("PUT /v1/sorted-sets/put/entries/b", """{"score":4,"mode":"ifPresent"}"""))
            .IsProblem(412, "PRECONDITION_FAILED");
        (await _client.Send("GET /v1/sorted-sets/put/entries/a"))
            .IsJson(200, """{"score":5,"rank":0,"reverseRank":0}""");
    }

    [Fact]
    public async Task Etag_ChangesWithTheContent()
    {
        await _client.SendJson("PUT /v1/sorted-sets/tag/entries/a", """{"score":5}""");
        string? first = (await _client.Send("GET /v1/sorted-sets/tag")).Is(200).Header("ETag");
        (await _client.SendJson("PUT /v1/sorted-sets/tag/entries/a", """{"score":6}""")).Is(204);
        Assert.NotEqual(first, (await _client.Send("GET /v1/sorted-sets/tag")).Header("ETag"));
        (await _client.Send("DELETE /v1/sorted-sets/tag/entries/a", null as string, $"If-Match: {first}"))
            .IsProblem(412, "PRECONDITION_FAILED");
        (await _client.Send("DELETE /v1/sorted-sets/tag/entries/a")).Is(204);
        (await _client.Send("DELETE /v1/sorted-sets/tag/entries/a?missingOk=true")).Is(204);
    }

    [Fact]
    public async Task Scan_CursorOfAnotherScan_IsRefused()
    {
        string entries = string.Join(
            ',', Enumerable.Range(0, 500).Select(i => $$"""{"member":"m{{i}}","score":{{i}}}"""));
        (await _client.SendJson("POST /v1/sorted-sets/scan/add", $$"""{"entries":[{{entries}}]}"""))
            .IsJson(200, """{"added":500,"changed":0}""");
        RestAnswer page = (await _client.Send("GET /v1/sorted-sets/scan/scan?limit=10")).Is(200);
        string cursor = (string)page.Json["nextCursor"]!;
        (await _client.Send($"GET /v1/sorted-sets/scan/scan?cursor={cursor}")).Is(200);
        (await _client.Send($"GET /v1/sorted-sets/scan/scan?cursor={cursor}&match=a*"))
            .IsProblem(400, "INVALID_CURSOR");
        (await _client.Send($"GET /v1/sorted-sets/other/scan?cursor={cursor}")).IsProblem(400, "INVALID_CURSOR");
    }
}
