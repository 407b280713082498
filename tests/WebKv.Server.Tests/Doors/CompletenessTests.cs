using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WebKv.Server.Grpc;

namespace WebKv.Server.Tests.Doors;

/// <summary>No operation of a door is left out of the cases.</summary>
public sealed class CompletenessTests
{
    // The server's own affairs, which have no counterpart elsewhere.
    private static readonly string[] WithoutCase = ["GET /v1/limits"];

    [Fact]
    public async Task Operations_OfAllDoors_AreReachedByACase()
    {
        await using var doors = new DoorFixture();
        foreach (string name in (string[])[Door.Rest, Door.Grpc])
            foreach (DoorCase @case in DoorCase.All)
                await @case.Run(doors.Open(name));

        string[] offered = [.. doors.Server.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(OperationRecorder.NameOf).Where(IsOperation).Distinct()];
        Assert.True(offered.Length >= GrpcMethods.Services.Sum(service => service.Methods.Count) * 2);
        Assert.Empty(offered.Except(WithoutCase).Except(doors.Server.Operations.Reached));
    }

    private static bool IsOperation(string name) =>
        name.Contains(" /v1/") || (name.Contains(" /webkv.v1.") && !name.Contains('{'));
}
