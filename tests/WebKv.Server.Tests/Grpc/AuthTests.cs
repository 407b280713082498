using System.Text;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Reflection.V1;
using WebKv.Server.Tests.Hosting;
using WebKv.V1;
using static WebKv.Server.Tests.Grpc.GrpcFixture;

namespace WebKv.Server.Tests.Grpc;

public sealed class AuthTests : IAsyncLifetime
{
    private const string Password = "s3cret pass:word";

    private readonly KvServer _server = new(("WebKv:Auth:Password", Password));
    private readonly GrpcChannel _channel;

    public AuthTests() => _channel = GrpcChannel.ForAddress(_server.GrpcUri);

    [Fact]
    public async Task Calls_WithoutCredentials_AreUnauthenticated()
    {
        var strings = new StringService.StringServiceClient(_channel);
        await FailsAsync(StatusCode.Unauthenticated, "UNAUTHENTICATED",
            strings.GetStringAsync(new GetStringRequest(), cancellationToken: Token));
        await FailsAsync(StatusCode.Unauthenticated, "UNAUTHENTICATED",
            strings.AppendStringAsync(new AppendStringRequest(), cancellationToken: Token));
        using AsyncDuplexStreamingCall<PipelineRequest, PipelineResponse> call =
            new CommandService.CommandServiceClient(_channel).Pipeline(cancellationToken: Token);
        RpcException e = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Token));
        Check(StatusCode.Unauthenticated, "UNAUTHENTICATED", e);
    }

    [Theory]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer")]
    [InlineData("Basic !!")]
    [InlineData("Digest s3cret pass:word")]
    public async Task Calls_WrongCredentials_AreRefused(string authorization)
    {
        var strings = new StringService.StringServiceClient(_channel);
        await FailsAsync(StatusCode.Unauthenticated, "BAD_CREDENTIALS", strings.GetStringAsync(
            new GetStringRequest(), new Metadata { { "authorization", authorization } }, cancellationToken: Token));
        await FailsAsync(StatusCode.Unauthenticated, "BAD_CREDENTIALS", strings.GetStringAsync(
            new GetStringRequest(), Basic("someone", Password), cancellationToken: Token));
        await FailsAsync(StatusCode.Unauthenticated, "BAD_CREDENTIALS", strings.GetStringAsync(
            new GetStringRequest(), Basic("default", "wrong"), cancellationToken: Token));
    }

    [Fact]
    public async Task Calls_BearerOrBasic_AreServed()
    {
        var strings = new StringService.StringServiceClient(_channel);
        Metadata[] credentials =
            [new() { { "authorization", "Bearer " + Password } }, Basic("default", Password), Basic("", Password)];
        foreach (Metadata metadata in credentials)
            Assert.False((await strings.GetStringAsync(
                new GetStringRequest { Key = NewKey() }, metadata, cancellationToken: Token)).HasValue);
    }

    [Fact]
    public async Task Reflection_WithPassword_NeedsIt()
    {
        var reflection = new ServerReflection.ServerReflectionClient(_channel);
        using (AsyncDuplexStreamingCall<ServerReflectionRequest, ServerReflectionResponse> refused =
            reflection.ServerReflectionInfo(cancellationToken: Token))
        {
            RpcException e = await Assert.ThrowsAsync<RpcException>(() => refused.ResponseStream.MoveNext(Token));
            Assert.Equal(StatusCode.Unauthenticated, e.StatusCode);
        }
        using AsyncDuplexStreamingCall<ServerReflectionRequest, ServerReflectionResponse> call =
            reflection.ServerReflectionInfo(
                new Metadata { { "authorization", "Bearer " + Password } }, cancellationToken: Token);
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" }, Token);
        Assert.True(await call.ResponseStream.MoveNext(Token));
    }

    [Fact]
    public async Task Health_WithPassword_StaysOpen()
    {
        HealthCheckResponse response = await new Health.HealthClient(_channel).CheckAsync(
            new HealthCheckRequest(), cancellationToken: Token);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, response.Status);
    }

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _server.DisposeAsync();
    }

    private static Metadata Basic(string user, string password) => new()
    {
        { "authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")) },
    };
}
