using System.Text;
using WebKv.Engine.Commands;
using WebKv.Server.Tests.Doors;

namespace WebKv.Server.Tests.Fuzz;

/// <summary>Valid RESP requests: of every command of a server with as many arguments as it takes, of the older ones
/// with all their options; as arrays, inline, and several in a row.</summary>
internal sealed class RespSamples
{
    private const int MoreArguments = 2;

    private static readonly string Blob = new('b', 20_000);

    // Keys, and what may be a value, a number, an index or a time.
    private static readonly string[] Arguments = ["a", "b", "1", "2", "-1"];

    private static readonly string[][] LinesWithOptions =
    [
        .. """
            PING
            ECHO hello
            SET k 12 EX 100 NX GET
            SET k text KEEPTTL
            GET k
            GETSET k 7
            GETDEL k
            GETEX k PX 1000
            SETEX k 100 v
            SETNX k v
            MSET a 1 b 2 c 3
            MSETNX a 1 b 2
            MGET a b c
            APPEND k more
            STRLEN k
            INCRBY k 5
            INCRBYFLOAT k 1.5
            SETRANGE k 5 xyz
            GETRANGE k 0 -1
            SETBIT k 7 1
            GETBIT k 7
            BITCOUNT k 0 -1 BIT
            BITPOS k 1 0 -1
            BITOP XOR d a b
            DEL a b c
            UNLINK a
            EXISTS a a b
            TOUCH a b
            TYPE k
            EXPIRE k 100 GT
            PEXPIREAT k 4102444800000
            TTL k
            PEXPIRETIME k
            PERSIST k
            RENAME a b
            RENAMENX a b
            COPY a b DB 1 REPLACE
            MOVE a 1
            SWAPDB 0 1
            SELECT 1
            RANDOMKEY
            KEYS a*
            SCAN 0 MATCH * COUNT 10 TYPE string
            OBJECT ENCODING k
            DBSIZE
            FLUSHDB ASYNC
            MULTI
            EXEC
            DISCARD
            WATCH a b
            UNWATCH
            HELLO 3
            AUTH nobody nothing
            CLIENT LIST
            CLIENT SETNAME me
            CLIENT KILL ID 1
            CLIENT REPLY SKIP
            COMMAND DOCS get set
            COMMAND GETKEYS MSET a 1 b 2
            CONFIG GET port
            INFO memory
            MEMORY USAGE k
            DEBUG SLEEP 0
            TIME
            RESET
            QUIT
            """.Split('\n').Select(line => line.Trim().Split(' ')),
    ];

    public RespSamples(CommandTable table)
    {
        Lines = [.. LinesWithOptions, .. table.Entries.SelectMany(entry => LinesOf(entry.Info))];
        All =
        [
            .. Lines.Select(line => Bytes(RespPeer.Frame(line))),
            .. Lines.Select(line => Bytes(string.Join(' ', line) + "\r\n")),
            .. Lines.Chunk(6).Select(lines => Bytes(string.Concat(lines.Select(line => RespPeer.Frame(line))))),
            Bytes(RespPeer.Frame("SET", "blob", Blob) + RespPeer.Frame("GET", "blob")),
            Bytes(RespPeer.Frame("MSET", "one", Blob, "two", Blob) + RespPeer.Frame("MGET", "one", "two")),
            Bytes("MULTI\r\n" + RespPeer.Frame("SET", "blob", Blob) + RespPeer.Frame("APPEND", "blob", Blob)
                + "EXEC\r\n"),
            Bytes("WATCH a\r\nSET a 1\r\nMULTI\r\nGET a\r\nEXEC\r\n"),
            Bytes("SET 'single quoted' \"double \\x41\\n\"\r\n*0\r\n*-1\r\n\r\nGET 'single quoted'\r\n"),
        ];
    }

    /// <summary>Command lines without arguments that have spaces.</summary>
    public IReadOnlyList<string[]> Lines { get; }

    public IReadOnlyList<byte[]> All { get; }

    private static IEnumerable<string[]> LinesOf(CommandInfo info)
    {
        string[] name = info.Name.Split('|');
        int least = Math.Abs(info.Arity) - name.Length;
        int most = info.Arity < 0 ? least + MoreArguments : least;
        for (int count = least; count <= most; count++)
            yield return [.. name, .. Enumerable.Range(0, count).Select(i => Arguments[i % Arguments.Length])];
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
