using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.Keys;
using WebKv.Server.Rest.OpenApi;
using WebKv.Server.Rest.Strings;

namespace WebKv.Server.Rest.Hashes;

/// <summary>The OpenAPI descriptions of the operations on one field.</summary>
internal static class FieldDocs
{
    private static readonly IReadOnlyList<ParameterDocs> OfWrite = [DocParts.IfMatch, DocParts.IfNoneMatch];

    private static readonly ErrorCode[] MissingErrors =
        [ErrorCode.KeyNotFound, ErrorCode.FieldNotFound, ErrorCode.WrongType];

    private static readonly ErrorCode[] WriteErrors =
        [ErrorCode.WrongType, ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory];

    public static readonly OperationDocs Get = new("getHashField", DocTags.Hashes, "Read a field")
    {
        Description = "Raw bytes unless Accept asks for application/json or text/plain. The ETag is that of the whole "
            + "hash.",
        Parameters =
        [
            DocParts.Encoding,
            new("Range", JsonSchemaType.String, "A part of the bytes: bytes=0-99, bytes=100- or bytes=-100.")
            {
                In = ParameterLocation.Header,
            },
            new("If-Range", JsonSchemaType.String, "The ETag for which the range is meant.")
            {
                In = ParameterLocation.Header,
            },
            .. OfWrite,
        ],
        Responses =
        [
            new(StatusCodes.Status200OK, "The value", DocParts.ValueBodies)
            {
                Headers = [HeaderDocs.ETag, ResponseHeaders.Offset, ResponseHeaders.Ttl, ResponseHeaders.Type],
            },
            new(StatusCodes.Status206PartialContent, "The part asked for", new BodyDocs(Representation.Raw, null))
            {
                Headers = ["Content-Range", HeaderDocs.ETag],
            },
            new(StatusCodes.Status304NotModified, "The client has this hash already") { Headers = [HeaderDocs.ETag] },
        ],
        Errors =
        [
            .. MissingErrors, ErrorCode.NotAcceptable, ErrorCode.PreconditionFailed, ErrorCode.RangeNotSatisfiable,
        ],
    };

    public static readonly OperationDocs Put = new("putHashField", DocTags.Hashes, "Write a field")
    {
        Description = "A body of exactly application/json is a value; every other body is stored as it is. Without one "
            + "of the options the field loses its expiry.",
        Parameters =
        [
            new("ttlMs", JsonSchemaType.Integer, "Milliseconds that the field has to live."),
            new("expireAt", JsonSchemaType.String, "When the field expires.") { Format = "date-time" },
            new("keepTtl", JsonSchemaType.Boolean, "Keep the expiry that the field has."),
            new("condition", JsonSchemaType.String, "Write only if the field is absent, or present.")
            {
                Words = ["absent", "present"],
            },
            DocParts.Raw, .. OfWrite,
        ],
        Request = DocParts.ValueRequests,
        Responses =
        [
            new(StatusCodes.Status201Created, "The field is new")
            {
                Headers = [HeaderDocs.Location, HeaderDocs.ETag, ResponseHeaders.Offset],
            },
            new(StatusCodes.Status204NoContent, "The value was replaced")
            {
                Headers = [HeaderDocs.ETag, ResponseHeaders.Offset],
            },
        ],
        Errors = WriteErrors,
    };

    public static readonly OperationDocs Delete = new("deleteHashField", DocTags.Hashes, "Remove a field")
    {
        Parameters =
        [
            DocParts.MissingOk with { Description = "Answer 204, not 404, when there is no such field." },
            .. OfWrite,
        ],
        Responses = [DocParts.NoContent("It is gone")],
        Errors = [.. MissingErrors, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs Increment = new(
        "incrementHashField", DocTags.Hashes, "Add to the number that a field holds")
    {
        Description = "A missing field counts as 0; its expiry stays. Numbers beyond 2^53-1 are answered as strings of "
            + "digits.",
        Parameters = OfWrite,
        Request =
        [
            DocParts.Json<IncrementRequest>(
                new ExampleDocs("integer", """{"by":1}"""), new ExampleDocs("decimal", """{"byFloat":0.5}""")),
        ],
        Responses = [DocParts.OkOfKey<NumberResult>("The sum", """{"value":42}""")],
        Errors = [ErrorCode.NotAnInteger, ErrorCode.NotAFloat, ErrorCode.Overflow, .. WriteErrors],
    };

    public static readonly OperationDocs GetTtl = new("getHashFieldTtl", DocTags.Hashes, "Read how long a field lives")
    {
        Responses =
        [
            DocParts.Ok<TtlResult>(
                "Both null without an expiry", """{"ttlMs":60000,"expireAt":"2030-01-31T12:00:00.000Z"}"""),
        ],
        Errors = MissingErrors,
    };

    public static readonly OperationDocs PutTtl = new("putHashFieldTtl", DocTags.Hashes, "Set how long a field lives")
    {
        Description = "A time that is not in the future removes the field; a negative one is refused.",
        Parameters = OfWrite,
        Request =
        [
            DocParts.Json<SetTtlRequest>(
                new ExampleDocs("one minute", """{"ttlMs":60000}"""),
                new ExampleDocs("until a time", """{"expireAt":"2100-01-01T00:00:00Z"}"""),
                new ExampleDocs("only if it has none", """{"ttlMs":60000,"when":"ifNone"}""")),
        ],
        Responses = [DocParts.OkOfKey<AppliedResult>("Whether the condition held", """{"applied":true}""")],
        Errors = [.. MissingErrors, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs DeleteTtl = new(
        "deleteHashFieldTtl", DocTags.Hashes, "Let a field live until it is removed")
    {
        Parameters = OfWrite,
        Responses = [DocParts.NoContent("It has no expiry")],
        Errors = [.. MissingErrors, ErrorCode.PreconditionFailed],
    };
}
