using System.Text;
using System.Text.Json.Nodes;

namespace WebKv.Server.Tests.Rest;

/// <summary>What a server answered.</summary>
public sealed record RestAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The body as Latin-1, one character a byte.</summary>
    public string Text => Encoding.Latin1.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public RestAnswer Is(int status)
    {
        Assert.True(Status == status, $"status {Status} instead of {status}: {Encoding.UTF8.GetString(Body)}");
        return this;
    }

    public RestAnswer Is(int status, string text)
    {
        Is(status);
        Assert.Equal(text, Text);
        return this;
    }

    public RestAnswer IsJson(int status, string json)
    {
        Is(status);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), Json), Encoding.UTF8.GetString(Body));
        return this;
    }

    /// <summary>A problem in full form.</summary>
    public RestAnswer IsProblem(int status, string code)
    {
        Is(status);
        Assert.Equal("application/problem+json", Header("Content-Type"));
        Assert.Equal(code, (string?)Json["code"]);
        Assert.Equal("urn:webkv:error:" + code, (string?)Json["type"]);
        Assert.Equal(status, (int?)Json["status"]);
        foreach (string member in (string[])["title", "detail", "instance", "traceId"])
            Assert.False(string.IsNullOrEmpty((string?)Json[member]), $"no {member}");
        Assert.NotNull(Json["retryable"]);
        return this;
    }
}
