using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Keys;

/// <summary>The OpenAPI descriptions of the operations on keys of any type.</summary>
internal static class KeyDocs
{
    private const string KeysExample = """{"keys":["user:1","user:2"]}""";
    private const string KeysAnswer = """{"count":1,"perKey":[true,false]}""";

    public static readonly OperationDocs List = new("listKeys", DocTags.Keys, "List keys page by page")
    {
        Commands = ["SCAN"],
        Description = "A page may hold fewer keys than the limit, even none, or some more; nextCursor is null at the "
            + "end. A key that exists all the time appears at least once.",
        Parameters =
        [
            new("match", JsonSchemaType.String, "A glob pattern for the key: user:*"),
            new("type", JsonSchemaType.String, "Keys of this type only.")
            {
                Words = ["string", "list", "set", "zset", "hash", "stream"],
            },
            new("limit", JsonSchemaType.Integer, "About how many; 100 if not given, 1000 at most."),
            new("cursor", JsonSchemaType.String, "nextCursor of the page before."),
            DocParts.Encoding,
        ],
        Responses =
        [
            DocParts.Ok<KeyPage>(
                "A page", """{"items":[{"key":"user:1","type":"string","ttlMs":null}],"nextCursor":null}"""),
        ],
        Errors = [ErrorCode.InvalidCursor],
    };

    public static readonly OperationDocs Get = new("getKey", DocTags.Keys, "Describe a key")
    {
        Commands = ["TYPE", "EXISTS", "TTL", "PTTL", "OBJECT ENCODING"],
        Responses =
        [
            DocParts.Ok<KeyResult>("What is known about it",
                """{"type":"string","ttlMs":59998,"encoding":"embstr","memoryBytes":64,"etag":"\"1a2b.r\""}"""),
        ],
        Errors = [ErrorCode.KeyNotFound],
    };

    public static readonly OperationDocs Delete = new("deleteKey", DocTags.Keys, "Delete a key")
    {
        Commands = ["DEL", "UNLINK"],
        Parameters =
        [
            DocParts.MissingOk,
            new("async", JsonSchemaType.Boolean, "Free the memory later, as UNLINK does."),
            DocParts.IfMatch, DocParts.IfNoneMatch,
        ],
        Responses = [DocParts.NoContent("It is gone")],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs GetTtl = new("getKeyTtl", DocTags.Keys, "Read how long a key lives")
    {
        Commands = ["TTL", "PTTL", "EXPIRETIME", "PEXPIRETIME"],
        Responses =
        [
            DocParts.Ok<TtlResult>(
                "Both null without an expiry", """{"ttlMs":60000,"expireAt":"2030-01-31T12:00:00.000Z"}"""),
        ],
        Errors = [ErrorCode.KeyNotFound],
    };

    public static readonly OperationDocs PutTtl = new("putKeyTtl", DocTags.Keys, "Set how long a key lives")
    {
        Commands = ["EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT"],
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request =
        [
            DocParts.Json<SetTtlRequest>(
                new ExampleDocs("one minute", """{"ttlMs":60000}"""),
                new ExampleDocs(
                    "until a time, if it has no expiry", """{"expireAt":"2100-01-01T00:00:00Z","when":"ifNone"}""")),
        ],
        Responses = [DocParts.OkOfKey<AppliedResult>("Whether the condition held", """{"applied":true}""")],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs DeleteTtl = new("deleteKeyTtl", DocTags.Keys, "Let a key live for ever")
    {
        Commands = ["PERSIST"],
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Responses = [DocParts.NoContent("It has no expiry")],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs Rename = new("renameKey", DocTags.Keys, "Rename a key")
    {
        Commands = ["RENAME", "RENAMENX"],
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request = [Target],
        Responses = [DocParts.OkOfKey<KeyName>("The new key", """{"key":"user:2"}""")],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.TargetExists, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs Copy = new("copyKey", DocTags.Keys, "Copy a key")
    {
        Commands = ["COPY"],
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request = [Target],
        Responses = [DocParts.OkOfKey<KeyName>("The new key", """{"key":"user:2"}""")],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.TargetExists, ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory],
    };

    public static readonly OperationDocs Random = new("getRandomKey", DocTags.Keys, "Pick a key at random")
    {
        Commands = ["RANDOMKEY"],
        Parameters = [DocParts.Encoding],
        Responses = [DocParts.Ok<KeyName>("A key", """{"key":"user:1"}""")],
        Errors = [ErrorCode.KeyNotFound],
    };

    public static readonly OperationDocs BatchDelete = new(
        "batchDeleteKeys", DocTags.Keys, "Delete many keys as one unit")
    {
        Commands = ["DEL", "UNLINK"],
        Request = [DocParts.Json<KeysRequest>(KeysExample)],
        Responses = [DocParts.Ok<KeysResult>("Which of them existed", KeysAnswer)],
    };

    public static readonly OperationDocs BatchExists = new(
        "batchExistKeys", DocTags.Keys, "Ask for many keys whether they exist")
    {
        Commands = ["EXISTS"],
        Request = [DocParts.Json<KeysRequest>(KeysExample)],
        Responses = [DocParts.Ok<KeysResult>("Which of them exist", KeysAnswer)],
    };

    public static readonly OperationDocs Touch = new("touchKeys", DocTags.Keys, "Mark many keys as used")
    {
        Commands = ["TOUCH"],
        Request = [DocParts.Json<KeysRequest>(KeysExample)],
        Responses = [DocParts.Ok<KeysResult>("Which of them exist", KeysAnswer)],
    };

    private static BodyDocs Target => DocParts.Json<TargetRequest>(
        new ExampleDocs("a free key", """{"to":"user:2"}"""),
        new ExampleDocs("whatever is there", """{"to":"user:2","replace":true}"""));
}
