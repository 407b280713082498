using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>Any command, alone, in a pipeline and in a transaction.</summary>
internal static class CommandCases
{
    public static IReadOnlyList<DoorCase> All { get; } =
    [
        Of(Command_ReplyShapes), Of(Command_Errors), Of(Pipeline_GoesOnAfterAnError), Of(Transaction_RunsAll),
        Of(Transaction_FailingCommand_StopsNoOther), Of(Transaction_UnknownCommand_AbortsAll),
        Of(Transaction_Preconditions_AreHeld),
    ];

    private static async Task Command_ReplyShapes(Door door)
    {
        string key = NewKey();
        Assert.Equal("OK", await door.Commands.RunAsync("SET", key, "1\0\xFF"));
        Assert.Equal("1\0\xFF", await door.Commands.RunAsync("get", key));
        Assert.Null(await door.Commands.RunAsync("GET", NewKey()));
        Assert.Equal(3L, await door.Commands.RunAsync("STRLEN", key));
        Assert.Equal(["1\0\xFF", null], (object?[])(await door.Commands.RunAsync("MGET", key, NewKey()))!);
        object? page = await door.Commands.RunAsync("SCAN", "0", "MATCH", "no key is called so", "COUNT", "100000");
        Assert.Equal(["0", Array.Empty<object>()], (object?[])page!);
        Assert.Equal("string", await door.Commands.RunAsync("TYPE", key));
    }

    private static async Task Command_Errors(Door door)
    {
        foreach ((string code, string[] line) in ((string, string[])[])
        [
            ("UNKNOWN_COMMAND", ["NOPE", "x"]),
            ("UNKNOWN_COMMAND", ["OBJECT", "NOPE"]),
            ("WRONG_ARITY", ["GET"]),
            ("SYNTAX", ["SET", "k", "v", "NOPE"]),
            ("SYNTAX", ["SET", "k", "v", "NX", "XX"]),
            ("INVALID_ARGUMENT", ["SET", "k", "v", "PX", "0"]),
            ("INVALID_ARGUMENT", ["INCRBY", "k", "one"]),
            ("INVALID_ARGUMENT", ["INCRBYFLOAT", "k", "nan"]),
            ("INVALID_ARGUMENT", ["SETRANGE", "k", "-1", "v"]),
            ("INVALID_ARGUMENT", ["SETBIT", "k", "0", "2"]),
            ("INVALID_ARGUMENT", ["BITPOS", "k", "2"]),
            ("INVALID_ARGUMENT", ["COPY", "k", "j", "DB", "16"]),
            ("INVALID_CURSOR", ["SCAN", "nope"]),
        ])
            await DoorException.ExpectAsync(code, () => door.Commands.RunAsync(line));
    }

    private static async Task Pipeline_GoesOnAfterAnError(Door door)
    {
        string key = NewKey();
        object?[] replies = await door.Commands.PipelineAsync(
            ["SET", key, "text"], ["INCR", key], ["NOPE"], ["GET", key], ["GET", NewKey()]);
        Assert.Equal(5, replies.Length);
        Assert.Equal(["OK", "text", null], [replies[0], replies[3], replies[4]]);
        Assert.Contains("NOT_AN_INTEGER", Assert.IsType<DoorException>(replies[1]).Codes);
        Assert.Contains("UNKNOWN_COMMAND", Assert.IsType<DoorException>(replies[2]).Codes);
    }

    private static async Task Transaction_RunsAll(Door door)
    {
        string key = NewKey();
        object?[]? replies = await door.Commands.TransactAsync([], ["SET", key, "1"], ["INCR", key], ["GET", key]);
        Assert.Equal(["OK", 2L, "2"], replies);
    }

    private static async Task Transaction_FailingCommand_StopsNoOther(Door door)
    {
        string key = NewKey();
        object?[]? replies = await door.Commands.TransactAsync(
            [], ["SET", key, "text"], ["INCR", key], ["APPEND", key, "!"]);
        Assert.Equal(["OK", 5L], [replies![0], replies[2]]);
        Assert.Contains("NOT_AN_INTEGER", Assert.IsType<DoorException>(replies[1]).Codes);
    }

    private static async Task Transaction_UnknownCommand_AbortsAll(Door door)
    {
        string key = NewKey();
        await DoorException.ExpectAsync(
            "EXEC_ABORTED", () => door.Commands.TransactAsync([], ["SET", key, "v"], ["NOPE"]));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task Transaction_Preconditions_AreHeld(Door door)
    {
        string key = NewKey(), missing = NewKey();
        await door.Strings.SetAsync(key, "\0v");
        KeyPrecondition[] holding = [new(key), new(missing, Exists: false), new(key, EqualTo: "\0v")];
        Assert.Equal([3L], await door.Commands.TransactAsync(holding, ["APPEND", key, "!"]));
        KeyPrecondition[] failures = [new(missing), new(key, Exists: false), new(key, EqualTo: "v")];
        foreach (KeyPrecondition failing in failures)
            Assert.Null(await door.Commands.TransactAsync([new(key), failing], ["DEL", key]));
        Assert.Equal("\0v!", await door.Strings.GetAsync(key));
    }
}
