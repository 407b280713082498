using Google.Protobuf;
using Grpc.Core;
using WebKv.V1;
using static WebKv.Server.Tests.Grpc.GrpcFixture;

namespace WebKv.Server.Tests.Grpc;

public sealed class PipelineTests(GrpcFixture grpc) : IClassFixture<GrpcFixture>
{
    [Fact]
    public async Task Pipeline_SeveralMessages_AnswersInOrderWithIds()
    {
        ByteString key = NewKey();
        List<PipelineReply> replies = await RunAsync(
            Enumerable.Range(1, 100).Select(id => NewCommand((ulong)id, Text("INCR"), key)), commandsPerMessage: 7);
        Assert.Equal(Enumerable.Range(1, 100).Select(id => (ulong)id), replies.Select(reply => reply.Id));
        Assert.Equal(Enumerable.Range(1, 100).Select(n => (long)n), replies.Select(reply => reply.Reply.IntegerValue));
    }

    [Fact]
    public async Task Pipeline_FailingCommands_AnswersErrorsAndGoesOn()
    {
        ByteString key = NewKey();
        List<PipelineReply> replies = await RunAsync(
            [
                NewCommand(1, Text("SET"), key, Text("text")),
                NewCommand(2, Text("INCR"), key),
                NewCommand(3, Text("NOPE")),
                NewCommand(4),
                NewCommand(5, Text("GET")),
                NewCommand(6, Text("GET"), key),
            ],
            commandsPerMessage: 6);
        Assert.Equal("OK", replies[0].Reply.StatusValue);
        Assert.Equal("NOT_AN_INTEGER", replies[1].Error.Code);
        Assert.Equal("value is not an integer or out of range", replies[1].Error.Message);
        Assert.Equal("UNKNOWN_COMMAND", replies[2].Error.Code);
        Assert.Equal("INVALID_ARGUMENT", replies[3].Error.Code);
        Assert.Equal("WRONG_ARITY", replies[4].Error.Code);
        Assert.Equal("text", replies[5].Reply.BytesValue.ToStringUtf8());
    }

    [Fact]
    public async Task Pipeline_MissingKeysAndArrays_KeepTheirShapes()
    {
        ByteString key = NewKey();
        string large = new('x', 300);
        List<PipelineReply> replies = await RunAsync(
            [
                NewCommand(1, Text("GET"), key),
                NewCommand(2, Text("SET"), key, Text(large)),
                NewCommand(3, Text("MGET"), NewKey(), key, NewKey()),
            ],
            commandsPerMessage: 1);
        Assert.Equal(Reply.KindOneofCase.NullValue, replies[0].Reply.KindCase);
        Assert.Equal(
            [Reply.KindOneofCase.NullValue, Reply.KindOneofCase.BytesValue, Reply.KindOneofCase.NullValue],
            replies[2].Reply.ArrayValue.Items.Select(item => item.KindCase));
        Assert.Equal(large, replies[2].Reply.ArrayValue.Items[1].BytesValue.ToStringUtf8());
    }

    [Fact]
    public async Task Pipeline_MoreCommandsThanTheWindowInOneMessage_AnswersAll()
    {
        ByteString key = NewKey();
        List<PipelineReply> replies = await RunAsync(
            Enumerable.Range(1, 5000).Select(id => NewCommand((ulong)id, Text("INCR"), key)), commandsPerMessage: 5000);
        Assert.Equal(5000, replies.Count);
        Assert.Equal(5000, replies[^1].Reply.IntegerValue);
    }

    [Fact]
    public async Task Pipeline_BigValues_ComeBackWhole()
    {
        ByteString key = NewKey();
        byte[] value = new byte[1024 * 1024];
        Random.Shared.NextBytes(value);
        List<PipelineReply> replies = await RunAsync(
            Enumerable.Repeat(NewCommand(1, Text("SET"), key, ByteString.CopyFrom(value)), 1)
                .Concat(Enumerable.Repeat(NewCommand(2, Text("GET"), key), 8)),
            commandsPerMessage: 9);
        Assert.Equal(9, replies.Count);
        Assert.All(replies.Skip(1), reply => Assert.Equal(value, reply.Reply.BytesValue.ToByteArray()));
    }

    [Fact]
    public async Task Pipeline_ReplyLargerThanAMessage_IsAnErrorReply()
    {
        ByteString key = NewKey();
        await grpc.SetAsync(key, "");
        List<PipelineReply> replies = await RunAsync(
            [
                NewCommand(1, Text("SETRANGE"), key, Text("5000000"), Text("x")),
                NewCommand(2, Text("GET"), key),
                NewCommand(3, Text("MGET"), key, key),
                NewCommand(4, Text("STRLEN"), key),
            ],
            commandsPerMessage: 4);
        Assert.Equal("PAYLOAD_TOO_LARGE", replies[1].Error.Code);
        Assert.Equal("PAYLOAD_TOO_LARGE", replies[2].Error.Code);
        Assert.Equal(5_000_001, replies[3].Reply.IntegerValue);
    }

    [Fact]
    public async Task Pipeline_LimitThatNoReplyFits_AnswersErrorsAndEnds()
    {
        using AsyncDuplexStreamingCall<PipelineRequest, PipelineResponse> call = grpc.Commands.Pipeline(
            new Metadata { { "webkv-max-reply-bytes", "1" } }, cancellationToken: Token);
        await call.RequestStream.WriteAsync(
            new PipelineRequest { Commands = { NewCommand(1, Text("PING")), NewCommand(2, Text("PING")) } }, Token);
        await call.RequestStream.CompleteAsync();
        var replies = new List<PipelineReply>();
        while (await call.ResponseStream.MoveNext(Token))
        {
            Assert.NotEmpty(call.ResponseStream.Current.Replies);
            replies.AddRange(call.ResponseStream.Current.Replies);
        }
        Assert.Equal(["PAYLOAD_TOO_LARGE", "PAYLOAD_TOO_LARGE"], replies.Select(reply => reply.Error.Code));
    }

    [Fact]
    public async Task Pipeline_OneCommandAtATime_IsAnsweredAtOnce()
    {
        ByteString key = NewKey();
        using AsyncDuplexStreamingCall<PipelineRequest, PipelineResponse> call =
            grpc.Commands.Pipeline(cancellationToken: Token);
        for (int i = 1; i <= 3; i++)
        {
            await call.RequestStream.WriteAsync(
                new PipelineRequest { Commands = { NewCommand(7, Text("INCR"), key) } }, Token);
            Assert.True(await call.ResponseStream.MoveNext(Token));
            PipelineReply reply = Assert.Single(call.ResponseStream.Current.Replies);
            Assert.Equal(i, reply.Reply.IntegerValue);
            Assert.True(call.ResponseStream.Current.Version.Offset > 0);
        }
    }

    [Fact]
    public async Task Pipeline_CommandOfAConnection_IsRefused()
    {
        List<PipelineReply> replies =
            await RunAsync([NewCommand(1, Text("MULTI")), NewCommand(2, Text("WATCH"), NewKey())], 1);
        Assert.All(replies, reply => Assert.Equal("NEEDS_CONNECTION", reply.Error.Code));
    }

    [Fact]
    public async Task Pipeline_ClientCancels_ServerGoesOnServing()
    {
        ByteString key = NewKey();
        using (AsyncDuplexStreamingCall<PipelineRequest, PipelineResponse> call =
            grpc.Commands.Pipeline(cancellationToken: Token))
        {
            await call.RequestStream.WriteAsync(
                new PipelineRequest { Commands = { NewCommand(1, Text("SET"), key, Text("v")) } }, Token);
            Assert.True(await call.ResponseStream.MoveNext(Token));
        }
        Assert.Equal("v", await grpc.GetAsync(key));
    }

    [Fact]
    public async Task Pipeline_OtherDatabase_WorksThere()
    {
        ByteString key = NewKey();
        await RunAsync([NewCommand(1, Text("SET"), key, Text("there"))], 1, new Metadata { { "webkv-db", "3" } });
        Assert.Null(await grpc.GetAsync(key));
        GetStringResponse there = await grpc.Strings.GetStringAsync(
            new GetStringRequest { Key = key }, new Metadata { { "webkv-db", "3" } }, cancellationToken: Token);
        Assert.Equal("there", there.Value.ToStringUtf8());
    }

    private static Command NewCommand(ulong id, params ByteString[] arguments) =>
        new() { Id = id, Args = { arguments } };

    private async Task<List<PipelineReply>> RunAsync(
        IEnumerable<Command> commands, int commandsPerMessage, Metadata? metadata = null)
    {
        using AsyncDuplexStreamingCall<PipelineRequest, PipelineResponse> call =
            grpc.Commands.Pipeline(metadata, cancellationToken: Token);
        Task writing = WriteAsync(call.RequestStream, commands.Chunk(commandsPerMessage));
        var replies = new List<PipelineReply>();
        while (await call.ResponseStream.MoveNext(Token))
            replies.AddRange(call.ResponseStream.Current.Replies);
        await writing;
        return replies;
    }

    private static async Task WriteAsync(
        IClientStreamWriter<PipelineRequest> requests, IEnumerable<Command[]> messages)
    {
        foreach (Command[] message in messages)
            await requests.WriteAsync(new PipelineRequest { Commands = { message } }, Token);
        await requests.CompleteAsync();
    }
}
