using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Reflection.V1;
using static WebKv.Server.Tests.Grpc.GrpcFixture;

namespace WebKv.Server.Tests.Grpc;

public sealed class ReflectionAndHealthTests(GrpcFixture grpc) : IClassFixture<GrpcFixture>
{
    private static readonly string[] Services =
        ["CommandService", "KeyService", "StringService", "TransactionService"];

    [Fact]
    public async Task Reflection_ListServices_NamesThemAll()
    {
        ServerReflectionResponse response = await AskAsync(new ServerReflectionRequest { ListServices = "" });
        string[] names = [.. response.ListServicesResponse.Service.Select(service => service.Name)];
        Assert.All(Services, service => Assert.Contains("webkv.v1." + service, names));
        Assert.Contains("grpc.health.v1.Health", names);
    }

    [Fact]
    public async Task Reflection_HotMethod_HasItsGeneratedTypes()
    {
        ServerReflectionResponse response = await AskAsync(
            new ServerReflectionRequest { FileContainingSymbol = "webkv.v1.CommandService" });
        FileDescriptorProto file =
            FileDescriptorProto.Parser.ParseFrom(response.FileDescriptorResponse.FileDescriptorProto[0]);
        MethodDescriptorProto pipeline =
            Assert.Single(Assert.Single(file.Service).Method, method => method.Name == "Pipeline");
        Assert.Equal(".webkv.v1.PipelineRequest", pipeline.InputType);
        Assert.True(pipeline.ClientStreaming && pipeline.ServerStreaming);
    }

    [Fact]
    public async Task Health_ServerAndEachService_AreServing()
    {
        var health = new Health.HealthClient(grpc.Channel);
        foreach (string service in Services.Select(name => "webkv.v1." + name).Append(""))
        {
            HealthCheckResponse response =
                await health.CheckAsync(new HealthCheckRequest { Service = service }, cancellationToken: Token);
            Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, response.Status);
        }
    }

    private async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest request)
    {
        using AsyncDuplexStreamingCall<ServerReflectionRequest, ServerReflectionResponse> call =
            new ServerReflection.ServerReflectionClient(grpc.Channel).ServerReflectionInfo(cancellationToken: Token);
        await call.RequestStream.WriteAsync(request, Token);
        Assert.True(await call.ResponseStream.MoveNext(Token));
        return call.ResponseStream.Current;
    }
}
