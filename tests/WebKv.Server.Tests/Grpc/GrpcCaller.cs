using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;

namespace WebKv.Server.Tests.Grpc;

/// <summary>Makes gRPC calls out of bytes, on one HTTP/2 connection of its own.</summary>
internal sealed class GrpcCaller(Uri server) : IDisposable
{
    private const string StatusName = "grpc-status";

    private readonly HttpClient _http = new() { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };

    public string ContentType { get; init; } = "application/grpc";

    public void Dispose() => _http.Dispose();

    /// <param name="method">Full name of the method, with a slash.</param>
    /// <param name="body">All bytes of the request.</param>
    /// <param name="metadata">Headers of the call.</param>
    public async Task<GrpcEnding> CallAsync(string method, byte[] body, params (string Name, string Value)[] metadata)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/" + method)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        foreach ((string name, string value) in metadata)
            request.Headers.Add(name, value);
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        byte[] answer = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        HttpResponseHeaders trailers =
            response.Headers.Contains(StatusName) ? response.Headers : response.TrailingHeaders;
        Assert.True(trailers.Contains(StatusName), $"no {StatusName}, HTTP status {(int)response.StatusCode}");
        return new GrpcEnding(
            (StatusCode)int.Parse(trailers.GetValues(StatusName).Single()),
            trailers.TryGetValues("grpc-message", out IEnumerable<string>? message)
                ? Uri.UnescapeDataString(message.Single())
                : "",
            answer);
    }
}
