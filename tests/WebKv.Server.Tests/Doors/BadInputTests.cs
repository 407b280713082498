using System.Net;
using System.Net.Http.Headers;
using System.Text;
using WebKv.Server.Tests.Hosting;

namespace WebKv.Server.Tests.Doors;

/// <summary>Malformed requests get a clear error, harm nobody and leave nothing behind.</summary>
[Collection(nameof(RunsAlone))]
public sealed class BadInputTests(BadInputFixture server) : IClassFixture<BadInputFixture>
{
    public static TheoryData<string> RespRows => [.. BadRespRequests.All.Select(row => row.Name)];

    public static TheoryData<string> RestRows => [.. BadRestRequests.All.Select(row => row.Name)];

    public static TheoryData<string> GrpcRows => [.. BadGrpcCalls.All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(RespRows))]
    public Task Resp_Malformed_IsRefused(string name) =>
        RefusesAsync(server.Server.Resp, BadRespRequests.All.Single(row => row.Name == name));

    [Theory]
    [MemberData(nameof(RestRows))]
    public Task Rest_Malformed_IsRefused(string name) =>
        RefusesAsync(server.Server.Http, BadRestRequests.All.Single(row => row.Name == name));

    [Theory]
    [MemberData(nameof(GrpcRows))]
    public async Task Grpc_Malformed_IsRefused(string name)
    {
        BadGrpcCall call = BadGrpcCalls.All.Single(row => row.Name == name);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Server.GrpcUri, call.Method))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Encoding.Latin1.GetBytes(call.Body)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(call.ContentType);
        request.Headers.Add("TE", "trailers");
        if (call.Header is { } header)
            request.Headers.Add(header.Name, header.Value);
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        await response.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        Assert.Equal($"{call.Status}", StatusOf(response));
        await server.IsUnharmedAsync();
    }

    [Fact]
    public void Rows_AreMany() =>
        Assert.True(BadRespRequests.All.Count + BadRestRequests.All.Count + BadGrpcCalls.All.Count >= 120);

    private async Task RefusesAsync(IPEndPoint door, BadRequestRow row)
    {
        string answer = await BadInputFixture.ConverseAsync(door, row.Sent, row.IsCutOff);
        int at = 0;
        foreach (string part in row.Expected)
        {
            at = answer.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(at >= 0, $"no {part} in: {answer}");
        }
        if (row.Expected.Length == 0 && door.Port == server.Server.Resp.Port)
            Assert.Equal("", answer);
        await server.IsUnharmedAsync();
    }

    private static string StatusOf(HttpResponseMessage response)
    {
        if (response.TrailingHeaders.TryGetValues("grpc-status", out IEnumerable<string>? status)
            || response.Headers.TryGetValues("grpc-status", out status))
            return status.Single();
        return $"{(int)response.StatusCode}";
    }
}
