using System.Text;
using WebKv.Server.Resp;

namespace WebKv.Server.Tests.Resp;

/// <summary>The parser alone: whatever way the bytes arrive in, the same requests come out.</summary>
public sealed class RespParserTests
{
    private const long RequestBytesMax = 1 << 20;

    // Every form of request: arrays, empty ones, binary and empty arguments, blobs around the limit of 16 KiB, inline
    // commands with all quotes, blank lines, and lone line feeds.
    private static readonly string Conversation =
        "*1\r\n$4\r\nPING\r\n"
        + "PING hello\r\n"
        + "*0\r\n*-1\r\n\r\n\n*0\r\n\r\n*0\r\nPING empty\r\n"
        + "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$0\r\n\r\n"
        + "*2\r\n$3\r\nGET\r\n$4\r\n\r\n$1\r\n"
        + Array("SET", "small", new string('a', 16 * 1024 - 1))
        + Array("SET", "exact", new string('b', 16 * 1024))
        + Array("SET", "big", new string('c', 16 * 1024 + 1), "EX", "10")
        + Array(new string('d', 20_000), new string('e', 17_000), "f")
        + "SET 'it\\'s' \"a\\x41\\n\\\"\" ''\r\n"
        + "GET k\n"
        + "*1\r\n$4\r\nQUIT\r\n";

    private static readonly string[] Requests =
    [
        "PING", "PING hello", "PING empty", "SET k ", "GET \r\n$1",
        "SET small " + new string('a', 16 * 1024 - 1),
        "SET exact " + new string('b', 16 * 1024),
        "SET big " + new string('c', 16 * 1024 + 1) + " EX 10",
        new string('d', 20_000) + " " + new string('e', 17_000) + " f",
        "SET it's aA\n\" ", "GET k", "QUIT",
    ];

    [Fact]
    public void TryParse_SplitAtEveryByte_FindsTheSameRequests()
    {
        byte[] bytes = Encoding.Latin1.GetBytes(Conversation);
        // Inside a run of equal payload bytes one boundary is as good as another.
        for (int split = 1; split < bytes.Length; split += IsInsideRun(bytes, split) ? 97 : 1)
            Assert.Equal(Requests, Parse(bytes, [split, bytes.Length - split]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(4096)]
    [InlineData(16_384)]
    public void TryParse_PiecesOfOneSize_FindsTheSameRequests(int size)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(Conversation);
        Assert.Equal(Requests, Parse(bytes, Enumerable.Repeat(size, bytes.Length / size + 1)));
    }

    [Fact]
    public void TryParse_RandomPieces_FindsTheSameRequests()
    {
        byte[] bytes = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(Conversation, 20)));
        string[] expected = [.. Enumerable.Repeat(Requests, 20).SelectMany(requests => requests)];
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            IEnumerable<int> pieces =
                Enumerable.Range(0, bytes.Length).Select(_ => 1 + random.Next(1 << random.Next(16)));
            Assert.Equal(expected, Parse(bytes, pieces));
        }
    }

    [Theory]
    [InlineData("*1\r\n$-1\r\n", "ERR Protocol error: invalid bulk length")]
    [InlineData("*1\r\n$536870913\r\n", "ERR Protocol error: invalid bulk length")]
    [InlineData("*1\r\n$x\r\n", "ERR Protocol error: invalid bulk length")]
    [InlineData("*1\r\n$ 1\r\n", "ERR Protocol error: invalid bulk length")]
    [InlineData("*x\r\n", "ERR Protocol error: invalid multibulk length")]
    [InlineData("*2147483648\r\n", "ERR Protocol error: invalid multibulk length")]
    [InlineData("*1\r\n:1\r\n", "ERR Protocol error: expected '$', got ':'")]
    [InlineData("*1\r\n$1\r\nab\r\n", "ERR Protocol error: expected CRLF after a bulk string")]
    [InlineData("SET \"a\r\n", "ERR Protocol error: unbalanced quotes in request")]
    [InlineData("SET 'a'b\r\n", "ERR Protocol error: unbalanced quotes in request")]
    [InlineData("*2\r\n$600000\r\n*2\r\n$600000", null)]
    public void TryParse_NotTheProtocol_SaysWhy(string bytes, string? fault) => Assert.Equal(fault, Fault(bytes));

    [Fact]
    public void TryParse_LinesWithoutEnd_AreCutOff()
    {
        Assert.Equal("ERR Protocol error: too big inline request", Fault(new string('a', 70_000)));
        Assert.Equal("ERR Protocol error: too big mbulk count string", Fault("*" + new string('1', 70_000)));
        Assert.Equal("ERR Protocol error: too big bulk count string", Fault("*1\r\n$" + new string('1', 70_000)));
    }

    [Fact]
    public void TryParse_RequestAboveTheTotal_IsRefusedAtTheHeader()
    {
        string half = new('x', 600_000);
        Assert.Equal(
            "ERR Protocol error: request of more than 1048576 bytes",
            Fault($"*3\r\n$3\r\nSET\r\n$600000\r\n{half}\r\n$600000\r\n"));
    }

    [Fact]
    public void TryParse_SmallArgumentsAboveTheTotal_AreRefused()
    {
        // Each counts 16 bytes and its own one.
        const int Fitting = (int)(RequestBytesMax / 17);
        string arguments = string.Concat(Enumerable.Repeat("$1\r\na\r\n", Fitting));
        Assert.Null(Fault($"*100000\r\n{arguments}"));
        Assert.Equal(
            "ERR Protocol error: request of more than 1048576 bytes", Fault($"*100000\r\n{arguments}$1\r\na\r\n"));
    }

    [Fact]
    public void TryParse_HugeCountAlone_TakesNoMemory()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(Fault("*2147483647\r\n"));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64 * 1024);
    }

    [Theory]
    [InlineData("*11\r\n", "ERR Protocol error: unauthenticated multibulk length")]
    [InlineData("*10\r\n", null)]
    [InlineData("*2\r\n$16385\r\n", "ERR Protocol error: unauthenticated bulk length")]
    [InlineData("*2\r\n$16384\r\n", null)]
    public void TryParse_BeforeAuthentication_TakesSmallRequestsOnly(string bytes, string? fault) =>
        Assert.Equal(fault, Fault(bytes, isAuthenticated: false));

    private static string? Fault(string bytes, bool isAuthenticated = true)
    {
        using var parser = new RespParser(RequestBytesMax) { IsAuthenticated = isAuthenticated };
        ReadOnlySpan<byte> rest = Encoding.Latin1.GetBytes(bytes);
        RespParser.Result result = RespParser.Result.Incomplete;
        while (!rest.IsEmpty && result == RespParser.Result.Incomplete)
        {
            Receive(parser, ref rest, rest.Length);
            result = parser.TryParse();
        }
        Assert.NotEqual(RespParser.Result.Complete, result);
        return parser.Fault?.Text;
    }

    private static List<string> Parse(ReadOnlySpan<byte> bytes, IEnumerable<int> pieces)
    {
        using var parser = new RespParser(RequestBytesMax) { IsAuthenticated = true };
        var requests = new List<string>();
        foreach (int piece in pieces)
        {
            int wanted = Math.Min(piece, bytes.Length);
            while (wanted > 0)
            {
                wanted -= Receive(parser, ref bytes, wanted);
                while (parser.TryParse() == RespParser.Result.Complete)
                {
                    requests.Add(Text(parser));
                    parser.Consume();
                }
                Assert.Null(parser.Fault);
            }
        }
        return requests;
    }

    // What a socket does: fills the room offered, at most.
    private static int Receive(RespParser parser, ref ReadOnlySpan<byte> bytes, int wanted)
    {
        Memory<byte> room = parser.ReceiveRoom();
        Assert.False(room.IsEmpty);
        int received = Math.Min(wanted, room.Length);
        bytes[..received].CopyTo(room.Span);
        parser.Received(received);
        bytes = bytes[received..];
        return received;
    }

    private static string Text(RespParser parser)
    {
        var arguments = new List<string>();
        for (int i = 0; i < parser.Arguments.Count; i++)
            arguments.Add(Encoding.Latin1.GetString(parser.Arguments[i]));
        return string.Join(' ', arguments);
    }

    private static string Array(params string[] arguments) =>
        $"*{arguments.Length}\r\n" + string.Concat(arguments.Select(a => $"${a.Length}\r\n{a}\r\n"));

    private static bool IsInsideRun(byte[] bytes, int at) =>
        at > 110 && at < bytes.Length - 110 && !bytes.AsSpan(at - 110, 220).ContainsAnyExcept(bytes[at]);
}
