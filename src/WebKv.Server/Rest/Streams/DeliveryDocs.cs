using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Streams;

/// <summary>The OpenAPI descriptions of what a group delivers and what becomes of it.</summary>
internal static class DeliveryDocs
{
    private const string Entry = """{"id":"1767225600000-0","fields":[{"field":"temperature","value":"21.5"}]}""";

    private static readonly ErrorCode[] WriteErrors =
        [ErrorCode.NoGroup, ErrorCode.WrongType, ErrorCode.PreconditionFailed];

    public static readonly OperationDocs Read = new(
        "readStreamGroup", DocTags.Streams, "Deliver entries to a consumer of a group")
    {
        Description = "Each entry goes to one consumer of the group and stays pending until it is acknowledged. With "
            + "an id as after, the consumer is told again what it was given: fields are null where an entry was "
            + "deleted meanwhile.",
        Parameters = [DocParts.EncodingOfWrite, DocParts.Prefer, DocParts.IfMatch, DocParts.IfNoneMatch],
        Request =
        [
            DocParts.Json<ReadGroupRequest>(
                new ExampleDocs("what is new", """{"consumer":"alice","count":10}"""),
                new ExampleDocs("what it has not acknowledged", """{"consumer":"alice","after":"0"}""")),
        ],
        Responses =
        [
            DocParts.OkOfKey<DeliveredResult>("The entries", $$"""{"entries":[{{Entry}}]}"""),
            DocParts.NothingInTime("There is nothing new"),
        ],
        Errors = WriteErrors,
    };

    public static readonly OperationDocs Acknowledge = new(
        "acknowledgeStreamEntries", DocTags.Streams, "Acknowledge entries that were delivered")
    {
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request = [DocParts.Json<EntryIdsRequest>("""{"ids":["1767225600000-0","1767225600000-1"]}""")],
        Responses = [DocParts.OkOfKey<AcknowledgedResult>("How many were pending", """{"acknowledged":2}""")],
        Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs Claim = new(
        "claimStreamEntries", DocTags.Streams, "Take entries over from another consumer")
    {
        Description = "Entries that are pending and were deleted are pending no more and not answered.",
        Parameters = [DocParts.EncodingOfWrite, DocParts.IfMatch, DocParts.IfNoneMatch],
        Request =
        [
            DocParts.Json<ClaimRequest>(
                """{"consumer":"bob","minIdleMs":60000,"ids":["1767225600000-0"],"justId":true}"""),
        ],
        Responses =
        [
            DocParts.OkOfKey<ClaimResult>(
                "What it has now", $$"""{"entries":[{{Entry}}],"ids":["1767225600000-0"]}"""),
        ],
        Errors = WriteErrors,
    };

    public static readonly OperationDocs AutoClaim = new(
        "autoClaimStreamEntries", DocTags.Streams, "Take over entries that nobody has touched for long")
    {
        Description = "Looks through what is pending, ten times as many entries as it may claim, and says where to "
            + "look on.",
        Parameters = [DocParts.EncodingOfWrite, DocParts.IfMatch, DocParts.IfNoneMatch],
        Request = [DocParts.Json<AutoClaimRequest>("""{"consumer":"bob","minIdleMs":60000,"count":10}""")],
        Responses =
        [
            DocParts.OkOfKey<AutoClaimResult>("What it has now",
                $$"""{"nextCursor":null,"entries":[{{Entry}}],"ids":["1767225600000-0"],"deletedIds":[]}"""),
        ],
        Errors = WriteErrors,
    };

    public static readonly OperationDocs Pending = new(
        "listPendingStreamEntries", DocTags.Streams, "List entries that were delivered and not acknowledged")
    {
        Description = "How many there are in all, and of each consumer, is told with the groups and the consumers.",
        Parameters =
        [
            .. StreamDocs.RangeParameters,
            new("consumer", JsonSchemaType.String, "Those of this consumer only."),
            new("minIdleMs", JsonSchemaType.Integer, "Those only that were delivered at least so long ago."),
            DocParts.EncodingOfWrite,
        ],
        Responses =
        [
            DocParts.Ok<PendingResult>("The entries",
                """
                {"entries":[{"id":"1767225600000-0","consumer":"alice","idleMs":1500,"deliveries":1}],"next":null}
                """),
        ],
        Errors = [ErrorCode.NoGroup, ErrorCode.WrongType],
    };
}
