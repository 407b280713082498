using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Strings;

/// <summary>The OpenAPI descriptions of the operations on whole strings.</summary>
internal static class StringDocs
{
    private static readonly string[] KeyHeaders =
        [HeaderDocs.ETag, ResponseHeaders.Offset, ResponseHeaders.Ttl, ResponseHeaders.Type];

    private static readonly string[] WriteHeaders = [HeaderDocs.ETag, ResponseHeaders.Offset];

    private static readonly ParameterDocs Range = new(
        "Range", JsonSchemaType.String, "A part of the bytes: bytes=0-99, bytes=100- or bytes=-100.")
    {
        In = ParameterLocation.Header,
    };

    private static readonly ParameterDocs IfRange = new(
        "If-Range", JsonSchemaType.String, "The ETag for which the range is meant.")
    {
        In = ParameterLocation.Header,
    };

    private static readonly IReadOnlyList<ParameterDocs> Expiry =
    [
        new("ttlMs", JsonSchemaType.Integer, "Milliseconds to live."),
        new("expireAt", JsonSchemaType.String, "When it expires.") { Format = "date-time" },
        new("keepTtl", JsonSchemaType.Boolean, "Keep the expiry that the key has."),
    ];

    public static readonly OperationDocs Get = new("getString", DocTags.Strings, "Read a string")
    {
        Commands = ["GET"],
        Description = "Raw bytes unless Accept asks for application/json or text/plain.",
        Parameters = [DocParts.Encoding, Range, IfRange, DocParts.IfMatch, DocParts.IfNoneMatch],
        Responses =
        [
            new(StatusCodes.Status200OK, "The value", DocParts.ValueBodies) { Headers = KeyHeaders },
            new(StatusCodes.Status206PartialContent, "The part asked for", new BodyDocs(Representation.Raw, null))
            {
                Headers = ["Content-Range", .. KeyHeaders],
            },
            new(StatusCodes.Status304NotModified, "The client has this value already") { Headers = [HeaderDocs.ETag] },
        ],
        Errors =
        [
            ErrorCode.KeyNotFound, ErrorCode.WrongType, ErrorCode.NotAcceptable, ErrorCode.PreconditionFailed,
            ErrorCode.RangeNotSatisfiable,
        ],
    };

    public static readonly OperationDocs Put = new("putString", DocTags.Strings, "Write a string")
    {
        Commands = ["SET", "SETNX", "SETEX", "PSETEX", "GETSET"],
        Description = "A body of exactly application/json is a value with its options; every other body is stored as "
            + "it is, up to 512 MiB, with the options in the query.",
        Parameters =
        [
            .. Expiry,
            new("condition", JsonSchemaType.String, "Write only if the key is absent, or present.")
            {
                Words = ["absent", "present"],
            },
            new("returnPrevious", JsonSchemaType.Boolean, "Answer 200 with the value that is replaced."),
            DocParts.Raw, DocParts.EncodingOfWrite, DocParts.IfMatch, DocParts.IfNoneMatch,
        ],
        Request =
        [
            new(Representation.Raw, null, new ExampleDocs("raw bytes", "hello")),
            new(Representation.Json, typeof(SetStringRequest),
                new ExampleDocs("text value", """{"value":"hello"}"""),
                new ExampleDocs("binary as base64", """{"value":{"base64":"AP8="}}"""),
                new ExampleDocs("set if absent with TTL", """{"value":"hello","ttlMs":60000,"condition":"absent"}"""),
                new ExampleDocs("until a time", """{"value":"hello","expireAt":"2100-01-01T00:00:00Z"}""")),
            new(Representation.Text, null, new ExampleDocs("text", "hello")),
        ],
        Responses =
        [
            new(StatusCodes.Status200OK, "The previous value, as asked for", DocParts.ValueBodies)
            {
                Headers = WriteHeaders,
            },
            new(StatusCodes.Status201Created, "The key is new") { Headers = [HeaderDocs.Location, .. WriteHeaders] },
            new(StatusCodes.Status204NoContent, "The value was replaced") { Headers = WriteHeaders },
        ],
        Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory],
    };

    public static readonly OperationDocs Delete = new("deleteString", DocTags.Strings, "Delete a string")
    {
        Commands = ["GETDEL"],
        Parameters = [DocParts.MissingOk, DocParts.IfMatch, DocParts.IfNoneMatch],
        Responses = [DocParts.NoContent("It is gone")],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.WrongType, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs BatchGet = new(
        "batchGetStrings", DocTags.Strings, "Read many strings at one point in time")
    {
        Commands = ["MGET"],
        Parameters = [DocParts.Encoding],
        Request = [DocParts.Json<BatchGetRequest>("""{"keys":["user:1","user:2",{"base64":"/w=="}]}""")],
        Responses =
        [
            DocParts.Ok<BatchGetResult>(
                "The values; null for what is missing or no string", """{"items":["hello",null,{"base64":"AP8="}]}"""),
        ],
        Errors = [ErrorCode.NotAcceptable],
    };

    public static readonly OperationDocs BatchSet = new(
        "batchSetStrings", DocTags.Strings, "Write many strings as one unit")
    {
        Commands = ["MSET", "MSETNX"],
        Request =
        [
            DocParts.Json<BatchSetRequest>(
                new ExampleDocs(
                    "two values", """{"items":[{"key":"a","value":"1"},{"key":"b","value":{"base64":"AP8="}}]}"""),
                new ExampleDocs(
                    "only if all are absent",
                    """{"items":[{"key":"c","value":"1"},{"key":"d","value":"2"}],"condition":"allAbsent"}""")),
        ],
        Responses = [DocParts.Ok<BatchSetResult>("How many were written", """{"written":2}""")],
        Errors = [ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory],
    };
}
