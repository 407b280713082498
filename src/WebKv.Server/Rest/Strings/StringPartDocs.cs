using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Strings;

/// <summary>The OpenAPI descriptions of the operations on parts of strings and of those that change them in one step.
/// </summary>
internal static class StringPartDocs
{
    private static readonly ErrorCode[] WriteErrors =
        [ErrorCode.WrongType, ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory];

    private static readonly ResponseDocs NewLength = DocParts.OkOfKey<LengthResult>(
        "The new length", """{"length":5}""");

    private static readonly ResponseDocs Value = new(StatusCodes.Status200OK, "The value", DocParts.ValueBodies)
    {
        Headers = [ResponseHeaders.Offset],
    };

    public static readonly OperationDocs Append = new(
        "appendString", DocTags.Strings, "Add bytes to the end of a string")
    {
        Commands = ["APPEND"],
        Description = "Creates the key when it does not exist.",
        Parameters = [DocParts.Raw, DocParts.IfMatch, DocParts.IfNoneMatch],
        Request = DocParts.ValueRequests,
        Responses = [NewLength],
        Errors = WriteErrors,
    };

    public static readonly OperationDocs ReadRange = new("getStringRange", DocTags.Strings, "Read a part of a string")
    {
        Commands = ["GETRANGE", "SUBSTR"],
        Description = "Positions count from 0; negative ones from the end, -1 being the last byte.",
        Parameters =
        [
            new("start", JsonSchemaType.Integer, "First byte; 0 if not given."),
            new("end", JsonSchemaType.Integer, "Last byte; -1 if not given."),
            DocParts.Encoding,
        ],
        Responses = [Value],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.WrongType, ErrorCode.NotAcceptable],
    };

    public static readonly OperationDocs WriteRange = new(
        "putStringRange", DocTags.Strings, "Overwrite a part of a string")
    {
        Commands = ["SETRANGE"],
        Description = "Bytes between the old end and the offset become zero.",
        Parameters =
        [
            new("offset", JsonSchemaType.Integer, "Where the bytes go.") { IsRequired = true, Example = 0 },
            DocParts.Raw, DocParts.IfMatch, DocParts.IfNoneMatch,
        ],
        Request = DocParts.ValueRequests,
        Responses = [NewLength],
        Errors = WriteErrors,
    };

    public static readonly OperationDocs Length = new("getStringLength", DocTags.Strings, "Read the length of a string")
    {
        Commands = ["STRLEN"],
        Responses = [DocParts.OkOfKey<LengthResult>("The length in bytes", """{"length":5}""")],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.WrongType],
    };

    public static readonly OperationDocs Increment = new(
        "incrementString", DocTags.Strings, "Add to the number that a string holds")
    {
        Commands = ["INCR", "INCRBY", "DECR", "DECRBY", "INCRBYFLOAT"],
        Description = "A missing key counts as 0. Numbers beyond 2^53-1 are answered as strings of digits.",
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request =
        [
            DocParts.Json<IncrementRequest>(
                new ExampleDocs("integer", """{"by":1}"""),
                new ExampleDocs("big integer", """{"by":"9007199254740993"}"""),
                new ExampleDocs("decimal", """{"byFloat":0.5}""")),
        ],
        Responses = [DocParts.OkOfKey<NumberResult>("The sum", """{"value":42}""")],
        Errors = [ErrorCode.NotAnInteger, ErrorCode.NotAFloat, ErrorCode.Overflow, .. WriteErrors],
    };

    public static readonly OperationDocs Take = new("takeString", DocTags.Strings, "Read a string and delete it")
    {
        Commands = ["GETDEL"],
        Parameters = [DocParts.EncodingOfWrite, DocParts.IfMatch, DocParts.IfNoneMatch],
        Responses = [Value],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.WrongType, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs TouchTtl = new(
        "touchStringTtl", DocTags.Strings, "Read a string and change its expiry")
    {
        Commands = ["GETEX"],
        Parameters = [DocParts.EncodingOfWrite, DocParts.IfMatch, DocParts.IfNoneMatch],
        Request =
        [
            DocParts.Json<TouchTtlRequest>(
                new ExampleDocs("one minute more", """{"ttlMs":60000}"""),
                new ExampleDocs("until a time", """{"expireAt":"2100-01-01T00:00:00Z"}"""),
                new ExampleDocs("for ever", """{"persist":true}""")),
        ],
        Responses = [Value],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.WrongType, ErrorCode.PreconditionFailed],
    };
}
