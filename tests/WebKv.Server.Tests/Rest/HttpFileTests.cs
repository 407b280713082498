using System.Text;
using WebKv.Server.Tests.Hosting;

namespace WebKv.Server.Tests.Rest;

public sealed class HttpFileTests
{
    private const string Host = "http://127.0.0.1:5080";

    [Theory]
    [InlineData("strings.http")]
    [InlineData("sets.http")]
    [InlineData("sorted-sets.http")]
    [InlineData("keys.http")]
    [InlineData("lists.http")]
    [InlineData("hashes.http")]
    [InlineData("streams.http")]
    [InlineData("commands.http")]
    [InlineData("pubsub.http")]
    [InlineData("transactions.http")]
    public async Task EveryRequest_AnswersAsSaid(string file)
    {
        await using var server = new KvServer();
        using var client = new RestClient(server.HttpUri);
        string text = await File.ReadAllTextAsync(
            Repository.PathOf($"http/{file}"), TestContext.Current.CancellationToken);
        HttpFileRequest[] requests = [.. HttpFile.Read(text)];
        Assert.True(requests.Length >= 4, $"{requests.Length} requests");
        foreach (HttpFileRequest request in requests)
        {
            Assert.Contains(Host, request.Request);
            RestAnswer answer = await client.Send(
                request.Request.Replace(Host, ""),
                request.Body is null ? null : Encoding.UTF8.GetBytes(request.Body),
                [.. request.Headers]);
            bool isRight = request.Expected is { } status ? answer.Status == status : answer.Status < 400;
            Assert.True(isRight, $"{file}: {request.Request}: {answer.Status} {answer.Text}");
        }
    }

    [Fact]
    public void EveryFile_IsTested() =>
        Assert.Equal(
            [
                "commands.http",
                "hashes.http",
                "keys.http",
                "lists.http",
                "pubsub.http",
                "sets.http",
                "sorted-sets.http",
                "streams.http",
                "strings.http",
                "transactions.http",
            ],
            Directory.GetFiles(Repository.PathOf("http"), "*.http").Select(Path.GetFileName).Order());
}
