using System.Text;
using System.Text.Json.Nodes;

namespace WebKv.Server.Tests.Rest;

public sealed class OpenApiTests(RestFixture fixture) : IClassFixture<RestFixture>
{
    private const string Committed = "docs/openapi/v1.json";

    private static readonly string[] Seeds =
    [
        """["PING"]""", """["SET","user:1","41"]""", """["RPUSH","user:1","a","b","c"]""",
        """["HSET","user:1","name","Ada"]""", """["XGROUP","CREATE","user:1","workers","0","MKSTREAM"]""",
    ];

    private readonly RestClient _client = fixture.Client;

    /// <summary>The committed document is the one that the server serves; UPDATE=1 rewrites it.</summary>
    [Fact]
    public async Task Document_Committed_IsTheServersOwn()
    {
        string served = Encoding.UTF8.GetString((await _client.Send("GET /openapi/v1.json")).Is(200).Body)
            .ReplaceLineEndings("\n") + "\n";
        string path = Repository.PathOf(Committed);
        if (Environment.GetEnvironmentVariable("UPDATE") is not null)
            await File.WriteAllTextAsync(path, served, TestContext.Current.CancellationToken);
        Assert.True(
            served == await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken),
            $"{Committed} is out of date: run this test with UPDATE=1 and commit the file");
    }

    [Fact]
    public async Task Document_EveryOperation_IsDescribed()
    {
        JsonNode document = await Document();
        Assert.StartsWith("3.1", (string?)document["openapi"]);
        (string Method, string Path, JsonNode Operation)[] operations = [.. Operations(document)];
        Assert.True(operations.Length >= 35, $"{operations.Length} operations");
        Assert.Equal(operations.Length, operations.Select(o => (string?)o.Operation["operationId"]).Distinct().Count());
        foreach ((string method, string path, JsonNode operation) in operations)
        {
            Assert.False(string.IsNullOrEmpty((string?)operation["summary"]), path);
            Assert.Single(operation["tags"]!.AsArray());
            Assert.Equal(path.StartsWith("/v1/"), operation["security"] is JsonArray { Count: 2 });
            Assert.Equal(path.Count(c => c == '{'), operation["parameters"]?.AsArray()
                .Count(p => (string?)p!["in"] == "path") ?? 0);
            foreach ((string type, JsonNode? body) in Contents(operation["requestBody"]))
                Assert.True(body!["examples"] is JsonObject { Count: > 0 }, $"{method} {path} {type} has no example");
        }
    }

    [Fact]
    public async Task Document_EveryRequestExample_IsAccepted()
    {
        int sent = 0;
        foreach ((string method, string path, JsonNode operation) in Operations(await Document()))
            foreach ((string type, JsonNode? body) in Contents(operation["requestBody"]))
                foreach ((string name, JsonNode? example) in body!["examples"]!.AsObject())
                {
                    string target = TargetOf(path, operation);
                    await Expect2xx(method, target, type, example!["value"]!, $"{method} {target} {type} '{name}'");
                    sent++;
                }
        Assert.True(sent > 30, $"{sent} examples");
    }

    [Fact]
    public async Task Document_Bodies_SayWhatTheirValidatorsSay()
    {
        JsonNode schemas = (await Document())["components"]!["schemas"]!;
        JsonNode set = schemas["SetStringRequest"]!;
        Assert.Equal("""["absent","present"]""", set["properties"]!["condition"]!["enum"]!.ToJsonString());
        Assert.Equal("date-time", (string?)set["properties"]!["expireAt"]!["format"]);
        Assert.Equal("""["value"]""", set["required"]!.ToJsonString());
        Assert.Equal("""["commands"]""", schemas["TransactionRequest"]!["required"]!.ToJsonString());
        Assert.Equal(1, (int)schemas["SetBitRequest"]!["properties"]!["bit"]!["maximum"]!);
        Assert.Equal(2, schemas["IncrementRequest"]!["properties"]!["by"]!["oneOf"]!.AsArray().Count);
    }

    [Fact]
    public async Task Ui_IsServed()
    {
        RestAnswer page = (await _client.Send("GET /swagger/index.html")).Is(200);
        Assert.Contains("swagger-ui", page.Text);
        (await _client.Send("GET /openapi/v2.json")).IsProblem(404, "NOT_FOUND");
    }

    // An example is right if it works on an empty database or on one where the key of the path holds something.
    private async Task Expect2xx(string method, string target, string type, JsonNode example, string what)
    {
        byte[] body = Encoding.UTF8.GetBytes(type == "application/json" ? example.ToJsonString() : (string)example!);
        RestAnswer? answer = null;
        foreach (string seed in Seeds)
        {
            string commands = $$"""{"commands":[["FLUSHALL"],{{seed}}]}""";
            (await _client.SendJson("POST /v1/pipelines", commands)).Is(200);
            answer = await _client.Send($"{method} {target}", body, $"Content-Type: {type}");
            if (answer.Status is >= 200 and < 300)
                return;
        }
        Assert.Fail($"{what}: {answer!.Status} {answer.Text}");
    }

    // The path with the examples of its names, and with the parameters that must be there.
    private static string TargetOf(string path, JsonNode operation)
    {
        var required = new List<string>();
        foreach (JsonNode? parameter in operation["parameters"]?.AsArray() ?? [])
        {
            var name = (string)parameter!["name"]!;
            if ((string?)parameter["in"] == "path")
                path = path.Replace($"{{{name}}}", parameter["example"]!.ToString());
            else if (parameter["required"] is not null)
                required.Add($"{name}={parameter["example"]}");
        }
        return required.Count == 0 ? path : $"{path}?{string.Join('&', required)}";
    }

    private async Task<JsonNode> Document() => (await _client.Send("GET /openapi/v1.json")).Is(200).Json;

    private static IEnumerable<(string Method, string Path, JsonNode Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Contents(JsonNode? body) =>
        body?["content"]?.AsObject() ?? Enumerable.Empty<KeyValuePair<string, JsonNode?>>();
}
