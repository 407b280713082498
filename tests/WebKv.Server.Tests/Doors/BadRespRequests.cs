namespace WebKv.Server.Tests.Doors;

/// <summary>What is not RESP. Expected are the lines of the answer, all of them.</summary>
internal static class BadRespRequests
{
    private const string Fault = "-ERR Protocol error: ";

    public static IReadOnlyList<BadRequestRow> All { get; } =
    [
        new("count is no number", "*x\r\n", Fault + "invalid multibulk length"),
        new("count is empty", "*\r\n", Fault + "invalid multibulk length"),
        new("count beyond int32", "*2147483648\r\n", Fault + "invalid multibulk length"),
        new("count beyond int64", "*99999999999999999999\r\n", Fault + "invalid multibulk length"),
        new("huge count, then nothing", "*2147483647\r\n") { IsCutOff = true },
        new("huge count, then rubbish", "*2147483647\r\n:1\r\n", Fault + "expected '$', got ':'"),
        new("length is no number", "*1\r\n$x\r\n", Fault + "invalid bulk length"),
        new("length is negative", "*2\r\n$3\r\nGET\r\n$-1\r\n", Fault + "invalid bulk length"),
        new("length beyond 512 MiB", "*1\r\n$536870913\r\n", Fault + "invalid bulk length"),
        new("length beyond int64", "*1\r\n$99999999999999999999\r\n", Fault + "invalid bulk length"),
        new("length with a sign", "*1\r\n$+4\r\nPING\r\n", Fault + "invalid bulk length"),
        new("length with spaces", "*1\r\n$ 4\r\nPING\r\n", Fault + "invalid bulk length"),
        new("wrong prefix", "*1\r\n:4\r\n", Fault + "expected '$', got ':'"),
        new("array inside of a request", "*1\r\n*1\r\n", Fault + "expected '$', got '*'"),
        new("bulk without its CRLF", "*1\r\n$4\r\nPINGxx", Fault + "expected CRLF after a bulk string"),
        new("bulk longer than it says", "*1\r\n$3\r\nPING\r\n", Fault + "expected CRLF after a bulk string"),
        new("blob without its CRLF", "*1\r\n$20000\r\n" + new string('b', 20_002),
            Fault + "expected CRLF after a bulk string"),
        new("unbalanced double quote", "SET k \"v\r\n", Fault + "unbalanced quotes in request"),
        new("unbalanced single quote", "SET k 'v\r\n", Fault + "unbalanced quotes in request"),
        new("text after a quote", "SET k \"v\"x\r\n", Fault + "unbalanced quotes in request"),
        new("inline too long", new string('x', 70_000), Fault + "too big inline request"),
        new("count line too long", "*" + new string('1', 70_000), Fault + "too big mbulk count string"),
        new("length line too long", "*1\r\n$" + new string('1', 70_000), Fault + "too big bulk count string"),
        new("cut off in the count", "*2\r") { IsCutOff = true },
        new("cut off in a length", "*2\r\n$3\r\nGET\r\n$1") { IsCutOff = true },
        new("cut off in a bulk", "*2\r\n$3\r\nGET\r\n$10\r\nabc") { IsCutOff = true },
        new("cut off in a blob", "*2\r\n$3\r\nGET\r\n$1000000\r\nabc") { IsCutOff = true },
        new("cut off after a blob", "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$20000\r\n" + new string('b', 20_000))
            { IsCutOff = true },
        new("cut off in a transaction", "MULTI\r\nSET k v\r\nWATCH", "+OK", "+QUEUED") { IsCutOff = true },
        new("NULs", "\0\0\0\0\r\n") { IsCutOff = true },
        new("NUL in a name", "*1\r\n$4\r\nGE\0T\r\n", "-ERR unknown command 'GE\0T', with args beginning with: ")
            { IsCutOff = true },
        new("empty name", "*1\r\n$0\r\n\r\n", "-ERR unknown command '', with args beginning with: ")
            { IsCutOff = true },
        new("TLS hello", "\x16\x03\x01\x02\0\x01\0\r\n",
            "-ERR unknown command '\x16\x03\x01\x02', with args beginning with: '\x01' ") { IsCutOff = true },
        new("HTTP", "GET / HTTP/1.1\r\n", "-ERR wrong number of arguments for 'get' command")
            { IsCutOff = true },
        new("field without a value", "HSET h f\r\n", "-ERR wrong number of arguments for 'hset' command")
            { IsCutOff = true },
        new("count of int64 min", "HRANDFIELD h -9223372036854775808\r\n",
            "-ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807")
            { IsCutOff = true },
        new("fewer fields than said", "HEXPIRE h 10 FIELDS 2 f\r\n",
            "-ERR The `numfields` parameter must match the number of arguments") { IsCutOff = true },
        new("increment by infinity", "HINCRBYFLOAT h f inf\r\n", "-ERR value is NaN or Infinity") { IsCutOff = true },
        .. BadStreamRequests.Resp,
        new("integer beyond int64", "INCRBY k 9223372036854775808\r\n", "-ERR value is not an integer or out of range")
            { IsCutOff = true },
        .. BadListInput.Resp,
        .. BadSetRequests.Resp,
    ];
}
