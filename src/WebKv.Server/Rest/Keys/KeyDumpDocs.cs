using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Keys;

/// <summary>The OpenAPI descriptions of values as bytes.</summary>
internal static class KeyDumpDocs
{
    public static readonly OperationDocs Dump = new("dumpKey", DocTags.Keys, "Read a value of any type as bytes")
    {
        Commands = ["DUMP"],
        Description = "In a form of WebKv's own, with a checksum, that /restore takes. The expiry is not part of it.",
        Responses =
        [
            new(StatusCodes.Status200OK, "The bytes", new BodyDocs(Representation.Raw, null))
            {
                Headers = [HeaderDocs.ETag, ResponseHeaders.Offset],
            },
        ],
        Errors = [ErrorCode.KeyNotFound],
    };

    public static readonly OperationDocs Restore = new("restoreKey", DocTags.Keys, "Make a key of such bytes")
    {
        Commands = ["RESTORE"],
        Description = "Bytes that are damaged, or were not made by /dump, change nothing.",
        Parameters =
        [
            new("ttlMs", JsonSchemaType.Integer, "Milliseconds to live; for ever if not given."),
            new("replace", JsonSchemaType.Boolean, "Overwrite the key if it exists."),
            DocParts.Raw, DocParts.IfMatch, DocParts.IfNoneMatch,
        ],
        Request =
        [
            new(Representation.Json, typeof(ValueRequest),
                new ExampleDocs("the text hello", """{"value":{"base64":"V0sBAGhlbGxv/64zThdK5pA="}}""")),
            new(Representation.Raw, null),
        ],
        Responses =
        [
            new(StatusCodes.Status201Created, "It is made") { Headers = [HeaderDocs.Location, HeaderDocs.ETag] },
        ],
        Errors = [ErrorCode.TargetExists, ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory],
    };
}
