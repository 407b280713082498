using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;
using WebKv.Server.Resp;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Tests.Doors;

/// <summary>The replies of collections in the form of each door.</summary>
public sealed class CollectionReplyTests
{
    private readonly ReplyBuffer _buffer = new();

    [Fact]
    public async Task Scored_OnTheWire_IsFlatInResp2AndNestedInResp3()
    {
        ScoredReply reply = Scored();
        Assert.Equal("*4\r\n$1\r\na\r\n$3\r\n0.5\r\n$1\r\nb\r\n$3\r\ninf\r\n", await WriteAsync(reply, 2));
        Assert.Equal("*2\r\n*2\r\n$1\r\na\r\n,0.5\r\n*2\r\n$1\r\nb\r\n,inf\r\n", await WriteAsync(reply, 3));
    }

    [Fact]
    public void Scored_InJson_IsAListOfObjects() => Assert.Equal(
        """[{"member":{"base64":"YQ=="},"score":0.5},{"member":{"base64":"Yg=="},"score":"inf"}]""",
        JsonSerializer.Serialize(new ScoredList(Scored(), BinaryEncoding.Base64)));

    [Fact]
    public async Task Pairs_OnTheWire_AreAMapOrAList()
    {
        Append("f", "1", "g", "2");
        var map = new PairsReply(_buffer, 0, 2);
        var list = new PairsReply(_buffer, 0, 2, isMap: false);
        const string Flat = "*4\r\n$1\r\nf\r\n$1\r\n1\r\n$1\r\ng\r\n$1\r\n2\r\n";
        Assert.Equal(Flat, await WriteAsync(map, 2));
        Assert.Equal(Flat, await WriteAsync(list, 2));
        Assert.Equal("%2\r\n$1\r\nf\r\n$1\r\n1\r\n$1\r\ng\r\n$1\r\n2\r\n", await WriteAsync(map, 3));
        Assert.Equal("*2\r\n*2\r\n$1\r\nf\r\n$1\r\n1\r\n*2\r\n$1\r\ng\r\n$1\r\n2\r\n", await WriteAsync(list, 3));
        Assert.Equal(
            """[{"field":"f","value":"1"},{"field":"g","value":"2"}]""",
            JsonSerializer.Serialize(new FieldList(map, BinaryEncoding.Auto)));
    }

    [Fact]
    public async Task Members_InResp3_AreASet()
    {
        Append("a");
        var reply = new BulksReply(_buffer, 0, 1, isSet: true);
        Assert.Equal("*1\r\n$1\r\na\r\n", await WriteAsync(reply, 2));
        Assert.Equal("~1\r\n$1\r\na\r\n", await WriteAsync(reply, 3));
    }

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("\"inf\"", double.PositiveInfinity)]
    [InlineData("\"-inf\"", double.NegativeInfinity)]
    public void Double_InJson_MayBeInfinite(string json, double expected)
    {
        Assert.Equal(expected, JsonSerializer.Deserialize<JsonDouble>(json).Value);
        Assert.Equal(json, JsonSerializer.Serialize(new JsonDouble(expected)));
    }

    [Theory]
    [InlineData("\"nan\"")]
    [InlineData("\"1\"")]
    [InlineData("1e999")]
    [InlineData("null")]
    public void Double_AnythingElse_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<JsonDouble>(json));

    private ScoredReply Scored()
    {
        _buffer.Append("a"u8);
        _buffer.AppendScore(0.5);
        _buffer.Append("b"u8);
        _buffer.AppendScore(double.PositiveInfinity);
        return new ScoredReply(_buffer, 0, 2);
    }

    private void Append(params string[] values)
    {
        foreach (string value in values)
            _buffer.Append(Encoding.Latin1.GetBytes(value));
    }

    private static async Task<string> WriteAsync<TReply>(TReply reply, int protocol)
        where TReply : IReply
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var peer = new TcpClient();
        await peer.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using (Socket socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken))
        {
            var output = new RespOutput();
            reply.WriteTo(new RespReplyWriter(output, new ClientSession(1, "", "", 0) { Protocol = protocol }));
            await output.SendAsync(socket);
        }
        using var reader = new StreamReader(peer.GetStream(), Encoding.Latin1);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
