using System.Net;
using System.Text;
using WebKv.Server.Tests.Grpc;
using WebKv.Server.Tests.Hosting;

namespace WebKv.Server.Tests.Doors;

/// <summary>Malformed requests get a clear error, harm nobody and leave nothing behind.</summary>
[Collection(nameof(RunsAlone))]
public sealed class BadInputTests(BadInputFixture server) : IClassFixture<BadInputFixture>
{
    public static TheoryData<string> RespRows => [.. BadRespRequests.All.Select(row => row.Name)];

    public static TheoryData<string> RestRows => [.. BadRestRequests.All.Select(row => row.Name)];

    public static TheoryData<string> GrpcRows => [.. BadGrpcCalls.All.Select(row => row.Name)];

    public static TheoryData<string> CutOffRows => [.. BadHttp2Connections.CutOff.Select(row => row.Name)];

    public static TheoryData<string> ViolationRows => [.. BadHttp2Connections.Violations.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(RespRows))]
    public async Task Resp_Malformed_IsRefused(string name)
    {
        BadRequestRow row = BadRespRequests.All.Single(row => row.Name == name);
        RawAnswer answer = await SendAsync(server.Server.Resp, row, row.IsCutOff);
        Assert.Equal(string.Concat(row.Expected.Select(line => line + "\r\n")), answer.Text);
    }

    [Theory]
    [MemberData(nameof(RestRows))]
    public async Task Rest_Malformed_IsRefused(string name)
    {
        BadRequestRow row = BadRestRequests.All.Single(row => row.Name == name);
        RawAnswer answer = await SendAsync(server.Server.Http, row, row.IsCutOff);
        Assert.StartsWith(row.Expected.FirstOrDefault(""), answer.Text);
        int at = 0;
        foreach (string part in row.Expected)
        {
            int found = answer.Text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"no {part} in: {answer.Text[at..]}");
            at = found + part.Length;
        }
        if (row.Expected.Length == 0)
            Assert.DoesNotContain("HTTP/1.1 2", answer.Text);
    }

    [Theory]
    [MemberData(nameof(GrpcRows))]
    public async Task Grpc_Malformed_IsRefused(string name)
    {
        BadGrpcCall call = BadGrpcCalls.All.Single(row => row.Name == name);
        using var caller = new GrpcCaller(server.Server.GrpcUri) { ContentType = call.ContentType };
        (string, string)[] metadata = call.Header is { } header ? [header] : [];
        GrpcEnding ending = await caller.CallAsync(call.Method, Encoding.Latin1.GetBytes(call.Body), metadata);
        Assert.Equal((call.Status, call.Message), (ending.Status, ending.Message));
        await server.IsUnharmedAsync();
    }

    [Theory]
    [MemberData(nameof(CutOffRows))]
    public Task Http2_CutOff_LeavesNothing(string name) => SendAsync(
        server.Server.Grpc, BadHttp2Connections.CutOff.Single(row => row.Name == name), isCutOff: true);

    [Theory]
    [MemberData(nameof(ViolationRows))]
    public async Task Http2_Violation_EndsTheConnection(string name)
    {
        BadRequestRow row = BadHttp2Connections.Violations.Single(row => row.Name == name);
        RawAnswer answer = await SendAsync(server.Server.Grpc, row, isCutOff: false);
        Assert.Contains(Http2.Summary(answer.Text), row.Expected);
    }

    [Fact]
    public async Task Grpc_OtherProtocol_IsToldSo()
    {
        var row = new BadRequestRow("HTTP/1.1", "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        RawAnswer answer = await SendAsync(server.Server.Grpc, row, isCutOff: false);
        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", answer.Text);
        Assert.Contains("An HTTP/1.x request was sent to an HTTP/2 only endpoint.", answer.Text);
    }

    [Fact]
    public void Rows_AreMany() => Assert.True(
        BadRespRequests.All.Count + BadRestRequests.All.Count + BadGrpcCalls.All.Count
        + BadHttp2Connections.CutOff.Count + BadHttp2Connections.Violations.Count >= 190);

    private async Task<RawAnswer> SendAsync(IPEndPoint door, BadRequestRow row, bool isCutOff)
    {
        RawAnswer answer = await RawConversation.HoldAsync(door, Encoding.Latin1.GetBytes(row.Sent), isCutOff);
        await server.IsUnharmedAsync();
        return answer;
    }
}
