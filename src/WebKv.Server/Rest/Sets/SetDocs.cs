using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Sets;

/// <summary>The OpenAPI descriptions of the operations on sets.</summary>
internal static class SetDocs
{
    private const string Members = """{"members":["ada","bob"]}""";

    private static readonly IReadOnlyList<ParameterDocs> OfWrite = [DocParts.IfMatch, DocParts.IfNoneMatch];

    private static readonly IReadOnlyList<BodyDocs> MembersBody =
    [
        DocParts.Json<SetMembersRequest>(
            new ExampleDocs("texts", Members), new ExampleDocs("bytes", """{"members":[{"base64":"AP8="}]}""")),
    ];

    private static readonly ResponseDocs Changed =
        DocParts.OkOfKey<SetChangedResult>("How many members that changed", """{"changed":2}""");

    public static readonly OperationDocs Describe = new("getSet", DocTags.Sets, "Count the members of a set")
    {
        Responses =
        [
            DocParts.Ok<SetFacts>("What is known about it", """{"count":2,"ttlMs":null,"etag":"\"1a2b.r\""}"""),
        ],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.WrongType],
    };

    public static readonly OperationDocs List = new("listSetMembers", DocTags.Sets, "List members, page by page or all")
    {
        Description = "A page may hold fewer members than the limit, even none, or some more; nextCursor is null at "
            + "the end. A member that is there all the time appears exactly once. With all=true the members are those "
            + "of one moment. A missing key has no members.",
        Parameters =
        [
            new("match", JsonSchemaType.String, "A glob pattern for the member: user:*"),
            new("limit", JsonSchemaType.Integer, "About how many; 100 if not given, 1000 at most."),
            new("cursor", JsonSchemaType.String, "nextCursor of the page before."),
            new("all", JsonSchemaType.Boolean, "All members at once."),
            DocParts.Encoding,
        ],
        Responses =
        [
            DocParts.OkOfKey<SetPage>("A page", """{"members":["ada","bob"],"nextCursor":null}"""),
        ],
        Errors = [ErrorCode.InvalidCursor, ErrorCode.WrongType],
    };

    public static readonly OperationDocs Has = new("getSetMember", DocTags.Sets, "Ask whether a set has a member")
    {
        Responses = [DocParts.NoContent("It has")],
        Errors = [ErrorCode.NotFound, ErrorCode.WrongType],
    };

    public static readonly OperationDocs Put = new("putSetMember", DocTags.Sets, "Add a member")
    {
        Parameters = OfWrite,
        Responses =
        [
            new(StatusCodes.Status201Created, "It is new") { Headers = [HeaderDocs.Location, HeaderDocs.ETag] },
            DocParts.NoContent("It was there"),
        ],
        Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs Delete = new("deleteSetMember", DocTags.Sets, "Remove a member")
    {
        Parameters =
        [
            DocParts.MissingOk with { Description = "Answer 204, not 404, when there is no such member." },
            .. OfWrite,
        ],
        Responses = [DocParts.NoContent("It is gone")],
        Errors = [ErrorCode.NotFound, ErrorCode.WrongType, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs Add = new("addSetMembers", DocTags.Sets, "Add members")
    {
        Parameters = OfWrite,
        Request = MembersBody,
        Responses = [Changed],
        Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs Remove = new("removeSetMembers", DocTags.Sets, "Remove members")
    {
        Parameters = OfWrite,
        Request = MembersBody,
        Responses = [Changed],
        Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs Contains =
        new("containsSetMembers", DocTags.Sets, "Ask which of some members a set has")
        {
            Request = MembersBody,
            Responses =
            [
                DocParts.OkOfKey<SetContainsResult>("In the order asked", """{"contains":[true,false]}"""),
            ],
            Errors = [ErrorCode.WrongType],
        };

    public static readonly OperationDocs Pop = new("popSetMembers", DocTags.Sets, "Take out random members")
    {
        Parameters = [DocParts.EncodingOfWrite, .. OfWrite],
        Request =
        [
            DocParts.Json<SetPopRequest>(
                new ExampleDocs("one", "{}"), new ExampleDocs("up to ten", """{"count":10}""")),
        ],
        Responses =
        [
            DocParts.OkOfKey<SetMembersResult>("The members that were taken", Members),
            DocParts.NoContent("There is none"),
        ],
        Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs Random = new("randomSetMembers", DocTags.Sets, "Read random members")
    {
        Parameters =
        [
            new("count", JsonSchemaType.Integer,
                "How many; 1 if not given. Positive: different ones. Negative: exactly so many, which may repeat."),
            DocParts.Encoding,
        ],
        Responses =
        [
            DocParts.Ok<SetMembersResult>("The members, which stay", Members),
            DocParts.NoContent("There is none"),
        ],
        Errors = [ErrorCode.WrongType, ErrorCode.PayloadTooLarge],
    };

    public static readonly OperationDocs Combine = new("combineSets", DocTags.Sets, "Unite, intersect or subtract sets")
    {
        Description = "The sets are taken as they are at one moment. With storeInto the result replaces what that key "
            + "holds, whatever its type, or deletes it if the result is empty.",
        Parameters = [DocParts.Encoding],
        Request =
        [
            DocParts.Json<SetCombineRequest>(
                new ExampleDocs("members of both", """{"op":"intersection","keys":["team:1","team:2"]}"""),
                new ExampleDocs(
                    "stored", """{"op":"union","keys":["team:1","team:2"],"storeInto":"team:all"}"""),
                new ExampleDocs(
                    "counted", """{"op":"difference","keys":["team:1","team:2"],"countOnly":true,"limit":100}""")),
        ],
        Responses =
        [
            DocParts.Ok<SetCombineResult>(
                "The result; members is null if they were stored or only counted",
                """{"count":2,"members":["ada","bob"]}"""),
        ],
        Errors = [ErrorCode.WrongType],
    };

    public static readonly OperationDocs Move = new("moveSetMember", DocTags.Sets, "Move a member to another set")
    {
        Request =
        [
            DocParts.Json<SetMoveRequest>("""{"source":"team:1","destination":"team:2","member":"ada"}"""),
        ],
        Responses = [DocParts.Ok<SetMovedResult>("Whether the first set had it", """{"moved":true}""")],
        Errors = [ErrorCode.WrongType],
    };
}
