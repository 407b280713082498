using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using WebKv.Engine.Execution;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Strings;
using WebKv.Testing.Engine;

namespace WebKv.Server.Tests.Rest;

public sealed class RestCallTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    /// <summary>A context that stays rented keeps its reply, and the reply its blobs.</summary>
    [Fact]
    public async Task Operation_Faults_GivesItsContextBack()
    {
        _engine.Run("SET", "k", new string('v', 100_000)).IsOk();
        CommandContext? rented = null;
        await Assert.ThrowsAsync<InvalidDataException>(() => Call("/v1/strings/k", (ref RestCall call) =>
        {
            Assert.Null(call.Execute(new Get { Key = call.Key }, out BulkReply value));
            Assert.False(value.Blob.IsNull);
            rented = call.BeginCommands().Context;
            throw new InvalidDataException("a fault");
        }));
        Assert.NotNull(rented);
        Assert.Same(rented, _engine.Engine.Rent());
        Assert.Null(rented.StateKey);
        Assert.Equal(0, rented.Replies.EntryCount);
    }

    [Fact]
    public async Task Execute_WrongUrl_RunsNothing()
    {
        _engine.Run("SET", "k", "1").IsOk();
        HttpContext http = await Call("/v1/strings/k", "?nope=1", (ref RestCall call) =>
            call.NoContent(call.Execute(new Incr { Key = call.Key }, out IntegerReply _)));
        Assert.Equal(400, http.Response.StatusCode);
        _engine.Run("GET", "k").Is("1");
    }

    private Task<HttpContext> Call(string path, RestOperation operation) => Call(path, "", operation);

    // Maps the operation as the door does, and calls it on this thread without a server.
    private async Task<HttpContext> Call(string path, string query, RestOperation operation)
    {
        await using WebApplication app = WebApplication.CreateSlimBuilder().Build();
        var routes = new RestRoutes(app, _engine.Dispatcher, new LimitOptions());
        routes.Post("/strings/{key}", StringPartDocs.Take, operation);
        Endpoint endpoint = ((IEndpointRouteBuilder)app).DataSources.Single().Endpoints.Single();
        var http = new DefaultHttpContext { RequestServices = app.Services };
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = path + query;
        http.Request.Method = HttpMethods.Post;
        await endpoint.RequestDelegate!(http);
        return http;
    }
}
