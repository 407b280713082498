using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;
using WebKv.Server.Rest.Strings;

namespace WebKv.Server.Rest.Hashes;

/// <summary>The OpenAPI descriptions of the operations on whole hashes and on several fields.</summary>
internal static class HashDocs
{
    private const string Fields = """[{"field":"name","value":"Ada"},{"field":"born","value":"1815"}]""";

    public static readonly OperationDocs Get = new("getHash", DocTags.Hashes, "Read all fields of a hash")
    {
        Description = "The fields are those of one moment, in no order.",
        Parameters = [DocParts.Encoding],
        Responses = [DocParts.OkOfKey<FieldList>("The fields", Fields)],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.WrongType, ErrorCode.NotAcceptable],
    };

    public static readonly OperationDocs Patch = new(
        "patchHash", DocTags.Hashes, "Set and remove fields in one step")
    {
        Description = "Fields that are set lose their expiry. The hash appears with its first field and goes with its "
            + "last.",
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request =
        [
            DocParts.Json<HashPatchRequest>(
                new ExampleDocs(
                    "set two fields", """{"set":[{"field":"name","value":"Ada"},{"field":"n","value":"1"}]}"""),
                new ExampleDocs("set one, remove one", """{"set":[{"field":"a","value":"1"}],"remove":["b"]}"""),
                new ExampleDocs(
                    "only new fields",
                    """{"set":[{"field":"first","value":{"base64":"AP8="}}],"condition":"allAbsent"}""")),
        ],
        Responses =
        [
            DocParts.OkOfKey<HashPatchResult>(
                "How many fields are new, and how many gone", """{"added":2,"removed":0}"""),
        ],
        Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory],
    };

    public static readonly OperationDocs List = new("listHashFields", DocTags.Hashes, "List fields, page by page")
    {
        Description = "A page may hold fewer fields than the limit, even none, or some more; a small hash is one page. "
            + "nextCursor is null at the end. A field that is there all the time appears exactly once. A missing key "
            + "has no fields.",
        Parameters =
        [
            new("match", JsonSchemaType.String, "A glob pattern for the field: user:*"),
            new("limit", JsonSchemaType.Integer, "About how many; 100 if not given, 1000 at most."),
            new("cursor", JsonSchemaType.String, "nextCursor of the page before."),
            new("namesOnly", JsonSchemaType.Boolean, "Answer names instead of fields."),
            DocParts.Encoding,
        ],
        Responses = [DocParts.OkOfKey<HashPage>("A page", $$"""{"fields":{{Fields}},"nextCursor":null}""")],
        Errors = [ErrorCode.InvalidCursor, ErrorCode.WrongType, ErrorCode.NotAcceptable],
    };

    public static readonly OperationDocs GetMany = new("getHashFields", DocTags.Hashes, "Read several fields")
    {
        Description = "They can be removed, or their expiry changed, in the same step.",
        Parameters = [DocParts.Encoding, DocParts.IfMatch, DocParts.IfNoneMatch],
        Request =
        [
            DocParts.Json<HashGetRequest>(
                new ExampleDocs("read", """{"fields":["name","born"]}"""),
                new ExampleDocs("read and remove", """{"fields":["once"],"delete":true}"""),
                new ExampleDocs("one minute more", """{"fields":["name"],"ttlMs":60000}"""),
                new ExampleDocs("until a time", """{"fields":["name"],"expireAt":"2100-01-01T00:00:00Z"}"""),
                new ExampleDocs("for ever", """{"fields":["name"],"persist":true}""")),
        ],
        Responses =
        [
            DocParts.OkOfKey<HashValuesResult>("The values; null for what is missing", """{"values":["Ada",null]}"""),
        ],
        Errors = [ErrorCode.WrongType, ErrorCode.NotAcceptable, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs Length = new("getHashLength", DocTags.Hashes, "Count the fields of a hash")
    {
        Description = "0 for a missing key. Of a big hash, fields that have expired may count a while longer.",
        Responses = [DocParts.OkOfKey<LengthResult>("The number of fields", """{"length":2}""")],
        Errors = [ErrorCode.WrongType],
    };

    public static readonly OperationDocs Random = new("getRandomHashFields", DocTags.Hashes, "Draw random fields")
    {
        Parameters =
        [
            new("count", JsonSchemaType.Integer,
                "How many different fields at most; negative: exactly so many, which may repeat. 1 if not given."),
            new("withValues", JsonSchemaType.Boolean, "Answer fields with their values instead of names."),
            DocParts.Encoding,
        ],
        Responses = [DocParts.OkOfKey<RandomFieldsResult>("The fields drawn", """{"names":["born"]}""")],
        Errors = [ErrorCode.WrongType, ErrorCode.NotAcceptable, ErrorCode.PayloadTooLarge],
    };
}
