using System.Text.Json.Nodes;

namespace WebKv.Server.Tests.Rest;

/// <summary>Reads server-sent events as they come.</summary>
public sealed class EventReader : IDisposable
{
    private readonly HttpClient _http;
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private EventReader(HttpClient http, HttpResponseMessage response, Stream body)
    {
        _http = http;
        _response = response;
        _lines = new StreamReader(body);
    }

    /// <summary>Comments seen so far.</summary>
    public int Comments { get; private set; }

    /// <summary>The id of the last event that had one.</summary>
    public string? LastId { get; private set; }

    public HttpResponseMessage Response => _response;

    public static async Task<EventReader> OpenAsync(Uri uri, params (string Name, string Value)[] headers)
    {
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        HttpResponseMessage response = await http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return new EventReader(
            http, response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next event.</summary>
    public async Task<(string Name, JsonNode Data)> NextAsync() =>
        await NextOrEndAsync() ?? throw new EndOfStreamException();

    /// <summary>The next event; null when the stream has ended in its order.</summary>
    public async Task<(string Name, JsonNode Data)?> NextOrEndAsync()
    {
        string? name = null;
        string? data = null;
        while (await _lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Length == 0 && name is not null)
                return (name, JsonNode.Parse(data!)!);
            if (line.StartsWith(':'))
                Comments++;
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line["event: ".Length..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                data = line["data: ".Length..];
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
                LastId = line["id: ".Length..];
        }
        return null;
    }

    /// <summary>Waits for a comment.</summary>
    public async Task CommentAsync()
    {
        while (await _lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (!line.StartsWith(':'))
                continue;
            Comments++;
            return;
        }
        throw new EndOfStreamException();
    }

    public void Dispose()
    {
        _response.Dispose();
        _http.Dispose();
    }
}
