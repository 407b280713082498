using static WebKv.Server.Tests.Doors.RestRow;

namespace WebKv.Server.Tests.Doors;

/// <summary>JSON that is none, or not what an operation takes.</summary>
internal static class BadJsonBodies
{
    public static IReadOnlyList<BadRequestRow> All { get; } =
    [
        Post("wrong type of a member", "/strings/k/increment", "{\"by\":true}",
            Malformed("$.by (line 1, byte 11): a value of another type is expected")),
        Post("number for text", "/strings:batchGet", "{\"keys\":[1]}",
            Malformed("$.keys[0] (line 1, byte 11): expected a string, or an object {\"base64\": \"..\"}")),
        Post("unknown member", "/strings/k/increment", "{\"by\":1,\"nope\":2}",
            Malformed("$.nope (line 1, byte 16): there is no member nope")),
        Post("text where an object belongs", "/commands", "\"PING\"",
            Malformed("$ (line 1, byte 7): a value of another type is expected")),
        Post("null body", "/commands", "null", Malformed("$: expected an object")),
        Post("empty body", "/commands", "",
            Malformed("$ (line 1, byte 1): The input does not contain any JSON tokens. Expected the input to "
                + "start with a valid JSON token, when isFinalBlock is true.")),
        Post("cut-off JSON", "/commands", "{\"command\":[\"PI",
            Malformed("$.command[0] (line 1, byte 16): Expected end of string, but instead reached end of data.")),
        Post("text after the JSON", "/commands", "{\"command\":[\"PING\"]}x",
            Malformed("$ (line 1, byte 21): 'x' is invalid after a single JSON value. Expected end of data.")),
        Post("invalid UTF-8", "/commands", "{\"command\":[\"\xFF\xFE\"]}",
            Malformed("$ (line 1, byte 14): the text is not UTF-8; send other bytes as {\"base64\": \"..\"}")),
        Send("invalid UTF-8 in an envelope", "PUT /v1/strings/k", Json, "{\n\"value\":\"a\xC3(\"}",
            Malformed("$ (line 2, byte 11): the text is not UTF-8; send other bytes as {\"base64\": \"..\"}")),
        Post("bad base64", "/strings:batchGet", "{\"keys\":[{\"base64\":\"!\"}]}",
            Malformed("$.keys[0] (line 1, byte 23): the text is not base64")),
        Post("base64 with another member", "/strings:batchGet", "{\"keys\":[{\"base64\":\"\",\"x\":1}]}",
            Malformed("$.keys[0] (line 1, byte 27): expected a string, or an object {\"base64\": \"..\"}")),
        Post("member twice", "/strings/k/increment", "{\"by\":1,\"by\":2}",
            Malformed("$.by (line 1, byte 14): the member by comes twice")),
        Post("member twice inside", "/transactions",
            "{\"commands\":[[\"PING\"]],\"preconditions\":[{\"key\":\"k\",\"exists\":true,\"exists\":false}]}",
            Malformed("$.preconditions[0].exists (line 1, byte 75): the member exists comes twice")),
        Send("member twice in a value", "PUT /v1/strings/k", Json, "{\"value\":\"a\",\"value\":\"b\"}",
            Malformed("$.value (line 1, byte 22): the member value comes twice")),
        Post("base64 twice", "/strings:batchGet", "{\"keys\":[{\"base64\":\"\",\"base64\":\"\"}]}",
            Malformed("$.keys[0] (line 1, byte 32): expected a string, or an object {\"base64\": \"..\"}")),
        Post("deep nesting", "/commands", "{\"command\":" + new string('[', 10_000),
            Malformed("$.command[0] (line 1, byte 14): expected a string, or an object {\"base64\": \"..\"}")),
        Post("null key", "/strings:batchGet", "{\"keys\":[null]}", Invalid("keys: has a null element.")),
        Post("no keys", "/strings:batchGet", "{\"keys\":[]}", Invalid("keys: 'Keys' must not be empty.")),
        Post("empty command", "/commands", "{\"command\":[]}", Invalid("command: must have a command's name.")),
        Post("neither of two members", "/strings/k/increment", "{}",
            Invalid("$: exactly one of by and byFloat must be given.")),
        Post("both of two members", "/strings/k/increment", "{\"by\":1,\"byFloat\":1}",
            Invalid("$: exactly one of by and byFloat must be given.")),
        Post("integer beyond int64", "/strings/k/increment", "{\"by\":9223372036854775808}",
            Malformed("$.by (line 1, byte 26): a value of another type is expected")),
        Post("empty precondition", "/transactions", "{\"preconditions\":[{}],\"commands\":[[\"PING\"]]}",
            Invalid("preconditions[0].key: 'Key' must not be empty.")),
        Post("unknown bit operation", "/strings:bitOp", "{\"op\":\"nand\",\"keys\":[\"a\"],\"storeInto\":\"b\"}",
            Invalid("op: must be one of: and, or, xor, not.")),
        Send("bit of 2", "PUT /v1/strings/k/bits/0", Json, "{\"bit\":2}",
            Invalid("bit: 'Bit' must be between 0 and 1. You entered 2.")),
        Send("other content type", "POST /v1/commands", "Content-Type: text/xml\r\n", "<x/>",
            Refused("415 Unsupported Media Type", "UNSUPPORTED_MEDIA_TYPE", "the content type 'text/xml' is not "
                + "supported here")),
    ];
}
