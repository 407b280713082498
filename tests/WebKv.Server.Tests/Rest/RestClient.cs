using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace WebKv.Server.Tests.Rest;

/// <summary>
/// Sends requests as tests write them: <c>await client.Send("PUT /v1/strings/k", "v", "If-Match: *")</c>.
/// </summary>
public sealed class RestClient(Uri server) : IDisposable
{
    // The target must reach the server as it is written, dot segments and escapes included.
    private readonly HttpClient _http = new() { BaseAddress = server };

    public Uri Server { get; } = server;

    /// <summary>Sends a request with a body of bytes (Latin-1) and headers, Content-Type among them.</summary>
    public Task<RestAnswer> Send(string request, string? body = null, params string[] headers) =>
        Send(request, body is null ? null : Encoding.Latin1.GetBytes(body), headers);

    public async Task<RestAnswer> Send(string request, byte[]? body, params string[] headers)
    {
        using HttpRequestMessage message = Compose(request, headers);
        if (body is not null)
            message.Content = Content(new ByteArrayContent(body), headers);
        return await Exchange(message);
    }

    /// <summary>Sends a body in chunks, without its length.</summary>
    public async Task<RestAnswer> SendChunked(string request, Stream body)
    {
        using HttpRequestMessage message = Compose(request, []);
        message.Headers.TransferEncodingChunked = true;
        message.Content = new StreamContent(body);
        return await Exchange(message);
    }

    public Task<RestAnswer> SendJson(string request, string json, params string[] headers) =>
        Send(request, Encoding.UTF8.GetBytes(json), [.. headers, "Content-Type: application/json"]);

    /// <summary>The whole answer to a request written out in full, without its empty line; the connection closes.
    /// </summary>
    public async Task<string> SendRaw(string head)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(Server.Host, Server.Port);
        NetworkStream stream = socket.GetStream();
        string text = head.ReplaceLineEndings("\r\n") + "\r\nHost: webkv\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Compose(string request, string[] headers)
    {
        string[] parts = request.Split(' ', 2);
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var uri = new Uri(Server.GetLeftPart(UriPartial.Authority) + parts[1], options);
        var message = new HttpRequestMessage(new HttpMethod(parts[0]), uri);
        foreach ((string name, string value) in headers.Select(Parse))
            if (name != "Content-Type")
                message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    private static HttpContent Content(HttpContent content, string[] headers)
    {
        foreach ((string name, string value) in headers.Select(Parse))
            if (name == "Content-Type")
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
        return content;
    }

    private async Task<RestAnswer> Exchange(HttpRequestMessage message)
    {
        using HttpResponseMessage response = await _http.SendAsync(message);
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        Dictionary<string, string> headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new RestAnswer((int)response.StatusCode, headers, body);
    }

    private static (string Name, string Value) Parse(string header)
    {
        int colon = header.IndexOf(':');
        return (header[..colon], header[(colon + 1)..].Trim());
    }
}
