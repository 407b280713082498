using WebKv.Engine.Errors;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>The OpenAPI descriptions of the operations on one sorted set and its members.</summary>
internal static class SortedSetDocs
{
    /// <summary>An example of entries.</summary>
    public const string Entries = """{"entries":[{"member":"ada","score":12.5},{"member":"bob","score":30}]}""";

    /// <summary>Headers of every write to one key.</summary>
    public static readonly IReadOnlyList<ParameterDocs> OfWrite = [DocParts.IfMatch, DocParts.IfNoneMatch];

    private const string Members = """{"members":["ada","bob"]}""";

    private static readonly IReadOnlyList<BodyDocs> MembersBody = [DocParts.Json<SortedSetMembersRequest>(Members)];

    public static readonly OperationDocs Describe =
        new("getSortedSet", DocTags.SortedSets, "Count the members of a sorted set")
        {
            Responses =
            [
                DocParts.OkOfKey<SortedSetFacts>(
                    "What is known about it", """{"count":2,"ttlMs":null,"etag":"\"1a2b.r\""}"""),
            ],
            Errors = [ErrorCode.KeyNotFound, ErrorCode.WrongType],
        };

    public static readonly OperationDocs Read =
        new("getSortedSetEntry", DocTags.SortedSets, "Read the score and the position of a member")
        {
            Responses =
            [
                DocParts.OkOfKey<SortedSetEntryResult>(
                    "Score and positions", """{"score":12.5,"rank":0,"reverseRank":1}"""),
            ],
            Errors = [ErrorCode.NotFound, ErrorCode.WrongType],
        };

    public static readonly OperationDocs Put =
        new("putSortedSetEntry", DocTags.SortedSets, "Set the score of a member")
        {
            Description = "ifGreater and ifLess only keep a score from moving the other way: a member that is not "
                + "there is added. A condition that does not hold is 412.",
            Parameters = OfWrite,
            Request =
            [
                DocParts.Json<SortedSetPutRequest>(
                    new ExampleDocs("always", """{"score":12.5}"""),
                    new ExampleDocs("a record", """{"score":40,"mode":"ifGreater"}"""),
                    new ExampleDocs("infinite", """{"score":"inf"}""")),
            ],
            Responses =
            [
                new(StatusCodes.Status201Created, "It is new") { Headers = [HeaderDocs.Location, HeaderDocs.ETag] },
                DocParts.NoContent("It was there"),
            ],
            Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory],
        };

    public static readonly OperationDocs Delete =
        new("deleteSortedSetEntry", DocTags.SortedSets, "Remove a member")
        {
            Parameters =
            [
                DocParts.MissingOk with { Description = "Answer 204, not 404, when there is no such member." },
                .. OfWrite,
            ],
            Responses = [DocParts.NoContent("It is gone")],
            Errors = [ErrorCode.NotFound, ErrorCode.WrongType, ErrorCode.PreconditionFailed],
        };

    public static readonly OperationDocs Add =
        new("addSortedSetEntries", DocTags.SortedSets, "Add members or change their scores")
        {
            Parameters = OfWrite,
            Request =
            [
                DocParts.Json<SortedSetAddRequest>(
                    new ExampleDocs("always", Entries),
                    new ExampleDocs(
                        "only new ones",
                        """{"entries":[{"member":{"base64":"AP8="},"score":"-inf"}],"mode":"ifAbsent"}""")),
            ],
            Responses =
            [
                DocParts.OkOfKey<SortedSetAddResult>("What was done", """{"added":2,"changed":0}"""),
            ],
            Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory],
        };

    public static readonly OperationDocs Increment =
        new("incrementSortedSetScore", DocTags.SortedSets, "Add to the score of a member")
        {
            Parameters = OfWrite,
            Request =
            [
                DocParts.Json<SortedSetIncrementRequest>(
                    new ExampleDocs("by one", """{"member":"ada"}"""),
                    new ExampleDocs("down, never up", """{"member":"ada","by":-2.5,"mode":"ifLess"}""")),
            ],
            Responses = [DocParts.OkOfKey<SortedSetScoreResult>("The sum", """{"score":13.5}""")],
            Errors =
            [
                ErrorCode.WrongType, ErrorCode.NotANumber, ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory,
            ],
        };

    public static readonly OperationDocs Remove =
        new("removeSortedSetMembers", DocTags.SortedSets, "Remove members")
        {
            Parameters = OfWrite,
            Request = MembersBody,
            Responses = [DocParts.OkOfKey<SortedSetRemovedResult>("How many were there", """{"removed":2}""")],
            Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed],
        };

    public static readonly OperationDocs Scores =
        new("getSortedSetScores", DocTags.SortedSets, "Read the scores of some members")
        {
            Request = MembersBody,
            Responses =
            [
                DocParts.OkOfKey<SortedSetScoresResult>("In the order asked", """{"scores":[12.5,null]}"""),
            ],
            Errors = [ErrorCode.WrongType],
        };

    public static readonly OperationDocs Pop =
        new("popSortedSetEntries", DocTags.SortedSets, "Take out members with the lowest or highest scores")
        {
            Parameters = [DocParts.EncodingOfWrite, DocParts.Prefer, .. OfWrite],
            Request =
            [
                DocParts.Json<SortedSetPopRequest>(
                    new ExampleDocs("the lowest", """{"end":"min"}"""),
                    new ExampleDocs("the highest ten", """{"end":"max","count":10}""")),
            ],
            Responses =
            [
                DocParts.OkOfKey<SortedSetEntriesResult>("What was taken", Entries),
                DocParts.NothingInTime("There is none"),
            ],
            Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed],
        };
}
