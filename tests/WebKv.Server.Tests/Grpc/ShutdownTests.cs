using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WebKv.Server.Tests.Hosting;
using WebKv.V1;
using static WebKv.Server.Tests.Grpc.GrpcFixture;

namespace WebKv.Server.Tests.Grpc;

public sealed class ShutdownTests
{
    [Fact]
    public async Task Pipeline_ServerStops_EndsAtOnceAsUnavailable()
    {
        await using var server = new KvServer();
        using GrpcChannel channel = GrpcChannel.ForAddress(server.GrpcUri);
        using AsyncDuplexStreamingCall<PipelineRequest, PipelineResponse> call =
            new CommandService.CommandServiceClient(channel).Pipeline(cancellationToken: Token);
        await call.RequestStream.WriteAsync(
            new PipelineRequest { Commands = { new Command { Args = { Line("DEL", "k") } } } }, Token);
        Assert.True(await call.ResponseStream.MoveNext(Token));

        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        RpcException e = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Token));
        Google.Rpc.Status status = Check(StatusCode.Unavailable, "SHUTTING_DOWN", e);
        Assert.Contains(status.Details, detail => detail.Is(Google.Rpc.RetryInfo.Descriptor));
    }

    [Fact]
    public async Task StreamScanKeys_ServerStops_EndsWithoutTheRest()
    {
        await using var server = new KvServer();
        using GrpcChannel channel = GrpcChannel.ForAddress(server.GrpcUri);
        var items = new BatchSetStringsRequest();
        for (int i = 0; i < 50_000; i++)
            items.Items.Add(new KeyValue { Key = Text($"a key of some length, so that windows fill: {i}") });
        await new StringService.StringServiceClient(channel).BatchSetStringsAsync(items, cancellationToken: Token);
        using AsyncServerStreamingCall<StreamScanKeysResponse> call =
            new KeyService.KeyServiceClient(channel).StreamScanKeys(new(), cancellationToken: Token);
        Assert.True(await call.ResponseStream.MoveNext(Token));

        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        RpcException e = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(Token))
            {
            }
        });
        Check(StatusCode.Unavailable, "SHUTTING_DOWN", e);
    }
}
