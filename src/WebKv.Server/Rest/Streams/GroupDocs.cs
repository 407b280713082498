using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Streams;

/// <summary>The OpenAPI descriptions of the operations on groups of consumers.</summary>
internal static class GroupDocs
{
    private static readonly ErrorCode[] WriteErrors =
        [ErrorCode.KeyNotFound, ErrorCode.NoGroup, ErrorCode.WrongType, ErrorCode.PreconditionFailed];

    public static readonly OperationDocs List = new("listStreamGroups", DocTags.Streams, "List the groups of a stream")
    {
        Parameters = [DocParts.EncodingOfWrite],
        Responses =
        [
            DocParts.OkOfKey<GroupsResult>("The groups by name",
                """
                {"groups":[{"name":"workers","consumers":1,"pending":2,"lastId":"1767225600000-1","entriesRead":2,
                "lag":0}]}
                """),
        ],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.WrongType],
    };

    public static readonly OperationDocs Put = new("createStreamGroup", DocTags.Streams, "Create a group of consumers")
    {
        Description = "The group is given what comes after start: by default, what is appended from now on.",
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request =
        [
            DocParts.Json<PutGroupRequest>(
                new ExampleDocs("from now on, stream made if need be", """{"makeStream":true}"""),
                new ExampleDocs("from the beginning", """{"start":"0","entriesRead":0,"makeStream":true}""")),
        ],
        Responses = [new(StatusCodes.Status201Created, "The group is there") { Headers = [HeaderDocs.Location] }],
        Errors =
        [
            ErrorCode.KeyNotFound, ErrorCode.GroupExists, ErrorCode.WrongType, ErrorCode.PreconditionFailed,
            ErrorCode.OutOfMemory,
        ],
    };

    public static readonly OperationDocs Delete = new("deleteStreamGroup", DocTags.Streams, "Delete a group")
    {
        Description = "What it has pending goes with it; the entries stay.",
        Parameters =
        [
            new("missingOk", JsonSchemaType.Boolean, "Answer 204, not 404, when the stream has no such group."),
            DocParts.IfMatch, DocParts.IfNoneMatch,
        ],
        Responses = [DocParts.NoContent("It is gone")],
        Errors = WriteErrors,
    };

    public static readonly OperationDocs PutPosition = new(
        "setStreamGroupPosition", DocTags.Streams, "Set where a group reads on")
    {
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request =
        [
            DocParts.Json<GroupPositionRequest>(
                new ExampleDocs("all over again", """{"id":"0","entriesRead":0}"""),
                new ExampleDocs("only what is new", """{"id":"$"}""")),
        ],
        Responses = [DocParts.NoContent("It is set")],
        Errors = WriteErrors,
    };

    public static readonly OperationDocs ListConsumers = new(
        "listStreamConsumers", DocTags.Streams, "List the consumers of a group")
    {
        Parameters = [DocParts.EncodingOfWrite],
        Responses =
        [
            DocParts.Ok<ConsumersResult>("The consumers by name",
                """{"consumers":[{"name":"alice","pending":2,"idleMs":1500,"inactiveMs":null}]}"""),
        ],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.NoGroup, ErrorCode.WrongType],
    };

    public static readonly OperationDocs PutConsumer = new(
        "createStreamConsumer", DocTags.Streams, "Create a consumer of a group")
    {
        Description = "Consumers come to be by themselves when they read; this is for those who want to see them "
            + "first.",
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Responses =
        [
            new(StatusCodes.Status201Created, "The consumer is there") { Headers = [HeaderDocs.Location] },
            DocParts.NoContent("It was there"),
        ],
        Errors = WriteErrors,
    };

    public static readonly OperationDocs DeleteConsumer = new(
        "deleteStreamConsumer", DocTags.Streams, "Delete a consumer of a group")
    {
        Description = "What it has pending is lost to the group: claim it before.",
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Responses =
        [
            DocParts.OkOfKey<ConsumerRemovedResult>("How much it had not acknowledged", """{"pending":0}"""),
        ],
        Errors = [ErrorCode.NotFound, .. WriteErrors],
    };
}
