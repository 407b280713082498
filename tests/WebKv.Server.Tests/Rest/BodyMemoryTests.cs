using System.Net.Sockets;
using System.Text;
using WebKv.Memory;
using WebKv.Server.Tests.Hosting;

namespace WebKv.Server.Tests.Rest;

[Collection(nameof(RunsAlone))]
public sealed class BodyMemoryTests
{
    [Fact]
    public async Task Body_AnnouncedButNotSent_TakesNoMemory()
    {
        const int Announced = 512 * 1024 * 1024;
        const int Sent = 3 * 1024 * 1024;
        await using var server = new KvServer();
        long before = Blob.AllocatedBytes;
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(server.Http, TestContext.Current.CancellationToken);
            NetworkStream stream = client.GetStream();
            string head = $"PUT /v1/strings/k HTTP/1.1\r\nHost: webkv\r\nContent-Length: {Announced}\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
            await stream.WriteAsync(new byte[Sent], TestContext.Current.CancellationToken);
            await Eventually.HoldsAsync(() => Blob.AllocatedBytes - before >= Sent);
            Assert.InRange(Blob.AllocatedBytes - before, Sent, 3 * Sent);
        }
        await Eventually.HoldsAsync(() => Blob.AllocatedBytes == before);
    }

    [Theory]
    [InlineData(1024 * 1024)]
    [InlineData((1024 * 1024) + 1)]
    [InlineData(5_000_000)]
    public async Task Body_LargerThanItsFirstBlob_ArrivesWhole(int length)
    {
        await using var server = new KvServer();
        using var client = new RestClient(server.HttpUri);
        byte[] body = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 131 + (i >> 8)))];
        (await client.Send("PUT /v1/strings/whole", body)).Is(201);
        byte[] stored = (await client.Send("GET /v1/strings/whole")).Is(200).Body;
        Assert.True(body.SequenceEqual(stored));
    }
}
