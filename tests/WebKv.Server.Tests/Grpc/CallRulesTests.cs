using Google.Protobuf;
using Grpc.Core;
using WebKv.V1;
using static WebKv.Server.Tests.Grpc.GrpcFixture;

namespace WebKv.Server.Tests.Grpc;

/// <summary>What holds for all methods: databases, limits, malformed messages, deadlines.</summary>
public sealed class CallRulesTests(GrpcFixture grpc) : IClassFixture<GrpcFixture>
{
    [Theory]
    [InlineData("16")]
    [InlineData("-1")]
    [InlineData("one")]
    [InlineData("")]
    public async Task Database_OutOfRange_IsInvalid(string database)
    {
        var metadata = new Metadata { { "webkv-db", database } };
        Google.Rpc.Status status = await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Strings.GetStringAsync(new GetStringRequest(), metadata, cancellationToken: Token));
        Assert.Equal(["webkv-db"], ViolationsOf(status));
        await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Keys.GetKeyAsync(new GetKeyRequest(), metadata, cancellationToken: Token));
    }

    [Fact]
    public async Task Database_Chosen_IsSeparate()
    {
        ByteString key = NewKey();
        var metadata = new Metadata { { "webkv-db", "15" } };
        await grpc.Strings.SetStringAsync(new() { Key = key, Value = Text("v") }, metadata, cancellationToken: Token);
        Assert.Null(await grpc.GetAsync(key));
        Assert.Equal("v", (await grpc.Strings.GetStringAsync(new() { Key = key }, metadata, cancellationToken: Token))
            .Value.ToStringUtf8());
    }

    [Fact]
    public async Task Reply_BeyondTheLimit_IsRefusedUnlessAllowed()
    {
        ByteString key = NewKey();
        await grpc.SetAsync(key, new string('x', 4 * 1024 * 1024));
        await FailsAsync(StatusCode.ResourceExhausted, "PAYLOAD_TOO_LARGE",
            grpc.Strings.GetStringAsync(new() { Key = key }, cancellationToken: Token));
        await FailsAsync(StatusCode.ResourceExhausted, "PAYLOAD_TOO_LARGE",
            grpc.Strings.BatchGetStringsAsync(new() { Keys = { key } }, cancellationToken: Token));
        await FailsAsync(StatusCode.ResourceExhausted, "PAYLOAD_TOO_LARGE",
            grpc.Commands.ExecuteCommandAsync(new() { Args = { Text("GET"), key } }, cancellationToken: Token));
        var metadata = new Metadata { { "webkv-max-reply-bytes", "5000000" } };
        GetStringResponse whole =
            await grpc.Strings.GetStringAsync(new() { Key = key }, metadata, cancellationToken: Token);
        Assert.Equal(4 * 1024 * 1024, whole.Value.Length);
    }

    [Fact]
    public async Task Request_BeyondTheLimit_IsRefused()
    {
        RpcException e = await Assert.ThrowsAsync<RpcException>(
            () => grpc.SetAsync(NewKey(), new string('x', 17 * 1024 * 1024)));
        Assert.Equal(StatusCode.ResourceExhausted, e.StatusCode);
    }

    [Fact]
    public async Task ExecuteCommand_RepliesAndErrors_FollowTheCatalogue()
    {
        ByteString key = NewKey();
        ExecuteCommandResponse response = await grpc.Commands.ExecuteCommandAsync(
            new() { Args = { Text("set"), key, Text("v") } }, cancellationToken: Token);
        Assert.Equal("OK", response.Reply.StatusValue);
        Assert.True(response.Version.Offset > 0);
        await FailsAsync(StatusCode.FailedPrecondition, "NOT_AN_INTEGER",
            grpc.Commands.ExecuteCommandAsync(new() { Args = { Text("INCR"), key } }, cancellationToken: Token));
        await FailsAsync(StatusCode.Unimplemented, "UNKNOWN_COMMAND",
            grpc.Commands.ExecuteCommandAsync(new() { Args = { Text("NOPE") } }, cancellationToken: Token));
        await FailsAsync(StatusCode.InvalidArgument, "WRONG_ARITY",
            grpc.Commands.ExecuteCommandAsync(new() { Args = { Text("GET") } }, cancellationToken: Token));
        await FailsAsync(StatusCode.InvalidArgument, "NEEDS_CONNECTION",
            grpc.Commands.ExecuteCommandAsync(new() { Args = { Text("MULTI") } }, cancellationToken: Token));
        await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Commands.ExecuteCommandAsync(new(), cancellationToken: Token));
    }

    [Theory]
    [InlineData("StringService/GetString")]
    [InlineData("StringService/SetString")]
    [InlineData("StringService/AppendString")]
    [InlineData("CommandService/ExecuteCommand")]
    [InlineData("CommandService/Pipeline")]
    [InlineData("TransactionService/ExecuteTransaction")]
    public async Task Message_Malformed_IsInvalidArgument(string method)
    {
        byte[][] messages =
        [
            [0x0A], // a field without its length
            [0x0A, 0x05, 0x01], // content shorter than its length
            [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], // a length without end
            [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F], // a length of 4 GiB
            [0x00], // field number 0
            [0x0F], // no such wire type
            [0x09, 0x01], // half a fixed64
        ];
        foreach (byte[] message in messages)
            Assert.Equal(StatusCode.InvalidArgument, await PostAsync(method, message));
        Assert.Null(await grpc.GetAsync(NewKey()));
    }

    [Fact]
    public async Task Message_RandomBytes_NeverBreaksTheServer()
    {
        string[] methods = ["StringService/SetString", "CommandService/Pipeline", "KeyService/ScanKeys"];
        var random = new Random(12_345);
        for (int i = 0; i < 300; i++)
        {
            byte[] message = new byte[random.Next(1, 40)];
            random.NextBytes(message);
            StatusCode status = await PostAsync(methods[i % methods.Length], message);
            Assert.Contains(status, new[] { StatusCode.OK, StatusCode.InvalidArgument });
        }
    }

    [Theory]
    [InlineData(0x07, 0x00, 0x00, 0x00, 0x00)] // no such flag
    [InlineData(0x00, 0xFF, 0x00, 0x00, 0x00)] // longer than 2 GiB
    public async Task Stream_BytesThatAreNoMessage_AreTheClientsMistake(params int[] header)
    {
        using var caller = new GrpcCaller(grpc.Server.GrpcUri);
        GrpcEnding ending = await caller.CallAsync(
            "webkv.v1.CommandService/Pipeline", [.. header.Select(part => (byte)part)]);
        Assert.Equal(StatusCode.InvalidArgument, ending.Status);
    }

    [Fact]
    public async Task Method_Unknown_IsUnimplemented() =>
        Assert.Equal(StatusCode.Unimplemented, await PostAsync("StringService/Nope", []));

    [Fact]
    public async Task Deadline_Passed_EndsTheStream()
    {
        using AsyncDuplexStreamingCall<PipelineRequest, PipelineResponse> call =
            grpc.Commands.Pipeline(deadline: DateTime.UtcNow.AddMilliseconds(200), cancellationToken: Token);
        RpcException e = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Token));
        Assert.Equal(StatusCode.DeadlineExceeded, e.StatusCode);
    }

    private async Task<StatusCode> PostAsync(string method, byte[] message)
    {
        using var caller = new GrpcCaller(grpc.Server.GrpcUri);
        return (await caller.CallAsync($"webkv.v1.{method}", GrpcFrames.Of(message))).Status;
    }
}
