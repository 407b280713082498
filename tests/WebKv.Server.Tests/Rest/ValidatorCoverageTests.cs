using FluentValidation;
using WebKv.Server.Rest;
using WebKv.Server.Tests.Hosting;

namespace WebKv.Server.Tests.Rest;

public sealed class ValidatorCoverageTests
{
    [Fact]
    public async Task EveryRequestBody_HasAValidator()
    {
        await using var server = new KvServer();
        Type[] bodies = [.. typeof(RestHosting).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Request", StringComparison.Ordinal)
                && type.Namespace!.StartsWith("WebKv.Server.Rest", StringComparison.Ordinal))];
        Assert.True(bodies.Length > 10);
        Assert.All(bodies, body =>
            Assert.NotNull(server.Services.GetService(typeof(IValidator<>).MakeGenericType(body))));
    }
}
