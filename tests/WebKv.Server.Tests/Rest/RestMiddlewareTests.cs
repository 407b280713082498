using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using WebKv.Engine.Sessions;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Tests.Rest;

public sealed class RestMiddlewareTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Operation_ThrowsUnexpectedly_AnswersInternalWithoutDetails(bool later)
    {
        DefaultHttpContext http = new();
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = "/v1/strings/k";
        var body = new MemoryStream();
        http.Response.Body = body;
        var middleware = new RestMiddleware(
            _ => Fail(later), new Authenticator(""), NullLogger<RestMiddleware>.Instance);

        await middleware.InvokeAsync(http);
        await http.Response.CompleteAsync();

        Assert.Equal(500, http.Response.StatusCode);
        string text = Encoding.UTF8.GetString(body.ToArray());
        Assert.Equal("INTERNAL", (string?)JsonNode.Parse(text)!["code"]);
        Assert.DoesNotContain("secret", text);
        Assert.DoesNotContain("   at ", text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GrpcCall_Throws_IsLeftAlone(bool later)
    {
        DefaultHttpContext http = new();
        http.Request.ContentType = "application/grpc";
        var middleware = new RestMiddleware(
            _ => Fail(later), new Authenticator(""), NullLogger<RestMiddleware>.Instance);
        await Assert.ThrowsAsync<InvalidOperationException>(() => middleware.InvokeAsync(http));
        Assert.Equal(200, http.Response.StatusCode);
    }

    private static Task Fail(bool later)
    {
        var mistake = new InvalidOperationException("secret");
        return later ? Task.FromException(mistake) : throw mistake;
    }
}
