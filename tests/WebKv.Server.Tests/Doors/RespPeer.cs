using WebKv.Testing.Peers;

namespace WebKv.Server.Tests.Doors;

/// <summary>A RESP connection of the door drivers, with errors by their code of the catalogue.</summary>
public sealed class RespPeer : IDisposable
{
    // The first prefix of an error's text that fits; two codes where Redis has one text for two things.
    private static readonly (string Prefix, string[] Codes)[] CodesByText =
    [
        ("WRONGTYPE ", ["WRONG_TYPE"]),
        ("ERR value is not an integer or out of range", ["NOT_AN_INTEGER", "INVALID_ARGUMENT"]),
        ("ERR value is not a valid float", ["NOT_A_FLOAT", "INVALID_ARGUMENT"]),
        ("ERR value is out of range", ["INVALID_ARGUMENT"]),
        ("ERR hash value is not an integer", ["NOT_AN_INTEGER"]),
        ("ERR hash value is not a float", ["NOT_A_FLOAT"]),
        ("ERR the count asks for more", ["PAYLOAD_TOO_LARGE"]),
        ("ERR increment ", ["OVERFLOW"]),
        ("ERR decrement ", ["OVERFLOW"]),
        ("ERR no such key", ["KEY_NOT_FOUND"]),
        ("ERR index out of range", ["INDEX_OUT_OF_RANGE"]),
        ("ERR offset is out of range", ["INVALID_ARGUMENT"]),
        ("ERR bit ", ["INVALID_ARGUMENT"]),
        ("ERR The bit argument", ["INVALID_ARGUMENT"]),
        ("ERR BITOP NOT ", ["INVALID_ARGUMENT"]),
        ("ERR source and destination", ["INVALID_ARGUMENT"]),
        ("ERR DB index", ["INVALID_ARGUMENT"]),
        ("ERR invalid expire time", ["INVALID_ARGUMENT"]),
        ("ERR string exceeds", ["PAYLOAD_TOO_LARGE"]),
        ("ERR invalid cursor", ["INVALID_CURSOR"]),
        ("ERR The ID specified in XADD is equal", ["STREAM_ID_TOO_SMALL"]),
        ("ERR The ID specified in XADD must", ["INVALID_ARGUMENT"]),
        ("ERR Invalid stream ID", ["INVALID_ARGUMENT"]),
        ("ERR The $ ID is meaningless", ["INVALID_ARGUMENT"]),
        ("ERR The > ID can be specified only", ["INVALID_ARGUMENT"]),
        ("ERR The XGROUP subcommand requires the key to exist", ["KEY_NOT_FOUND"]),
        ("BUSYGROUP ", ["GROUP_EXISTS"]),
        ("NOGROUP ", ["NO_GROUP"]),
        ("ERR syntax error", ["SYNTAX"]),
        ("ERR value is out of range, ", ["INVALID_ARGUMENT"]),
        ("ERR value is out of range", ["INVALID_ARGUMENT"]),
        ("ERR count should be", ["INVALID_ARGUMENT"]),
        ("ERR resulting score", ["NOT_A_NUMBER"]),
        ("ERR LIMIT can't be negative", ["INVALID_ARGUMENT"]),
        ("ERR the count asks for more", ["PAYLOAD_TOO_LARGE"]),
        ("ERR wrong number of arguments", ["WRONG_ARITY"]),
        ("ERR unknown command", ["UNKNOWN_COMMAND"]),
        ("ERR unknown subcommand", ["UNKNOWN_COMMAND"]),
        ("EXECABORT ", ["EXEC_ABORTED"]),
    ];

    private readonly RespClient _client;

    public RespPeer(RespClient client, int database)
    {
        _client = client;
        client.Call("SELECT", $"{database}");
    }

    /// <summary>Runs a command; an error is thrown.</summary>
    public async Task<object?> CallAsync(params string[] line) =>
        await AskAsync(line) is var reply && reply is DoorException e ? throw e : reply;

    /// <summary>Runs a command; an error is a reply.</summary>
    public Task<object?> AskAsync(params string[] line) => Task.Run(() => Translate(_client.Call(line)));

    public async Task<T> CallAsync<T>(params string[] line) => (T)(await CallAsync(line))!;

    public async Task<bool> CallFlagAsync(params string[] line) => await CallAsync<long>(line) == 1;

    /// <summary>Sends all commands before it reads the replies.</summary>
    public Task<object?[]> PipelineAsync(string[][] lines) => Task.Run(() =>
    {
        _client.Send(string.Concat(lines.Select(Frame)));
        return lines.Select(_ => Translate(_client.ReadReply())).ToArray();
    });

    public static string Frame(params string[] line) =>
        $"*{line.Length}\r\n" + string.Concat(line.Select(word => $"${word.Length}\r\n{word}\r\n"));

    /// <summary>A reply whose errors, at any depth, are told by code.</summary>
    private static object? Translate(object? reply) => reply switch
    {
        RespError error => new DoorException(
            CodesByText.FirstOrDefault(row => error.Text.StartsWith(row.Prefix, StringComparison.Ordinal)).Codes
            ?? [error.Text])
        {
            Text = error.Text[(error.Text.IndexOf(' ') + 1)..],
        },
        object?[] items => items.Select(Translate).ToArray(),
        _ => reply,
    };

    public void Dispose() => _client.Dispose();
}
