using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WebKv.Engine.Commands;
using WebKv.Server.Grpc;
using WebKv.Server.Rest.OpenApi;
using WebKv.Server.Tests.Hosting;
using WebKv.V1;

namespace WebKv.Server.Tests.Doors;

/// <summary>An operation that REST or gRPC has of its own.</summary>
/// <param name="Door">The door's name.</param>
/// <param name="Name">Its name to the <see cref="OperationRecorder"/>.</param>
/// <param name="Title">Its name to a reader: "GET /v1/keys/{key}", "KeyService.GetKey".</param>
/// <param name="Commands">The commands whose work it says it does: "GET", "XGROUP CREATE".</param>
internal sealed record DoorOperation(string Door, string Name, string Title, IReadOnlyList<string> Commands)
{
    /// <summary>The operations of a running server, REST before gRPC.</summary>
    public static IReadOnlyList<DoorOperation> AllOf(KvServer server) =>
        [.. RestOf(server), .. GrpcMethods.Services.SelectMany(service => service.Methods).Select(OfGrpc)];

    /// <summary>A command's name as operations say it: "XGROUP CREATE".</summary>
    public static string CommandName(CommandInfo info) => info.Name.ToUpperInvariant().Replace('|', ' ');

    // Every route below /v1 must describe itself; HEAD is a form of the GET beside it.
    private static IEnumerable<DoorOperation> RestOf(KvServer server) =>
        from endpoint in server.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        let name = OperationRecorder.NameOf(endpoint)
        where name.Contains(" /v1/") && !name.StartsWith("HEAD ", StringComparison.Ordinal)
        select new DoorOperation(
            Doors.Door.Rest, name, name, endpoint.Metadata.GetRequiredMetadata<OperationDocs>().Commands);

    // The server does not start unless each method of a descriptor is bound.
    private static DoorOperation OfGrpc(MethodDescriptor method) => new(
        Doors.Door.Grpc,
        $"POST /{method.Service.FullName}/{method.Name}",
        $"{method.Service.Name}.{method.Name}",
        [.. method.GetOptions()?.GetExtension(OptionsExtensions.Command) ?? []]);
}
