using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using WebKv.Server.Tests.Hosting;
using WebKv.V1;

namespace WebKv.Server.Tests.Grpc;

/// <summary>A server with a client of each gRPC service. Tests share it and keep apart by their keys.</summary>
public sealed class GrpcFixture : IAsyncDisposable
{
    private readonly GrpcChannel _channel;

    public GrpcFixture()
    {
        Server = new KvServer();
        _channel = GrpcChannel.ForAddress(Server.GrpcUri, new GrpcChannelOptions { MaxReceiveMessageSize = null });
        Strings = new StringService.StringServiceClient(_channel);
        Commands = new CommandService.CommandServiceClient(_channel);
        Keys = new KeyService.KeyServiceClient(_channel);
        Transactions = new TransactionService.TransactionServiceClient(_channel);
    }

    public KvServer Server { get; }

    public ChannelBase Channel => _channel;

    public StringService.StringServiceClient Strings { get; }

    public CommandService.CommandServiceClient Commands { get; }

    public KeyService.KeyServiceClient Keys { get; }

    public TransactionService.TransactionServiceClient Transactions { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A key of this test alone.</summary>
    public static ByteString NewKey() => ByteString.CopyFromUtf8("key:" + Guid.NewGuid());

    public static ByteString Text(string text) => ByteString.CopyFromUtf8(text);

    public static ByteString[] Line(params string[] arguments) => [.. arguments.Select(Text)];

    /// <summary>Expects a call to fail with a status and exactly one ErrorInfo with this reason.</summary>
    public static async Task<Google.Rpc.Status> FailsAsync<T>(StatusCode code, string reason, AsyncUnaryCall<T> call)
    {
        RpcException e = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        return Check(code, reason, e);
    }

    public static Google.Rpc.Status Check(StatusCode code, string reason, RpcException e)
    {
        Assert.Equal(code, e.StatusCode);
        Google.Rpc.Status status = e.GetRpcStatus()!;
        Assert.Equal((int)code, status.Code);
        ErrorInfo info = Assert.Single(status.Details, detail => detail.Is(ErrorInfo.Descriptor)).Unpack<ErrorInfo>();
        Assert.Equal(reason, info.Reason);
        Assert.Equal("webkv", info.Domain);
        return status;
    }

    /// <summary>The fields that a status blames.</summary>
    public static string[] ViolationsOf(Google.Rpc.Status status) =>
        [.. status.GetDetail<BadRequest>().FieldViolations.Select(violation => violation.Field)];

    public Task SetAsync(ByteString key, string value) =>
        Strings.SetStringAsync(new SetStringRequest { Key = key, Value = Text(value) }, cancellationToken: Token)
            .ResponseAsync;

    public async Task<string?> GetAsync(ByteString key)
    {
        GetStringResponse response =
            await Strings.GetStringAsync(new GetStringRequest { Key = key }, cancellationToken: Token);
        return response.HasValue ? response.Value.ToStringUtf8() : null;
    }

    public async Task<string> EtagAsync(ByteString key)
    {
        GetKeyResponse response = await Keys.GetKeyAsync(new GetKeyRequest { Key = key }, cancellationToken: Token);
        return response.Version.Etag;
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await Server.DisposeAsync();
    }
}
