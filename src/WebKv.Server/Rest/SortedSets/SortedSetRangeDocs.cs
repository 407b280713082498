using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>The OpenAPI descriptions of the operations on parts of a sorted set.</summary>
internal static class SortedSetRangeDocs
{
    private static readonly ParameterDocs Min = new(
        "min", JsonSchemaType.String,
        "Where the range begins, on its low side: a position (0), a score (-inf) or a member. Open if not given.");

    private static readonly ParameterDocs Max = new(
        "max", JsonSchemaType.String,
        "Where the range ends, on its high side: a position (-1), a score (inf) or a member. Open if not given.");

    private static readonly ParameterDocs MinExclusive =
        new("minExclusive", JsonSchemaType.Boolean, "Leave out what is just min; not for positions.");

    private static readonly ParameterDocs MaxExclusive =
        new("maxExclusive", JsonSchemaType.Boolean, "Leave out what is just max; not for positions.");

    public static readonly OperationDocs List =
        new("listSortedSetEntries", DocTags.SortedSets, "List a range of members in order")
        {
            Description = "By position, by score, or by the bytes of members, which means something only where all "
                + "scores are equal. Positions count from the highest score with rev.",
            Parameters =
            [
                new("by", JsonSchemaType.String, "What the ends are; positions if not given.")
                {
                    Words = ["rank", "score", "lex"],
                },
                Min, Max, MinExclusive, MaxExclusive,
                new("rev", JsonSchemaType.Boolean, "From the highest to the lowest."),
                new("offset", JsonSchemaType.Integer, "Entries left out at the beginning; not for positions."),
                new("limit", JsonSchemaType.Integer, "How many entries at most; not for positions."),
                DocParts.Encoding,
            ],
            Responses = [DocParts.OkOfKey<SortedSetEntriesResult>("The entries", SortedSetDocs.Entries)],
            Errors = [ErrorCode.WrongType, ErrorCode.NotAcceptable],
        };

    public static readonly OperationDocs Count =
        new("countSortedSetEntries", DocTags.SortedSets, "Count a range of members")
        {
            Parameters =
            [
                new("by", JsonSchemaType.String, "What the ends are; scores if not given.")
                {
                    Words = ["score", "lex"],
                },
                Min, Max, MinExclusive, MaxExclusive,
            ],
            Responses = [DocParts.OkOfKey<SortedSetCountResult>("The count", """{"count":2}""")],
            Errors = [ErrorCode.WrongType],
        };

    public static readonly OperationDocs Random =
        new("randomSortedSetEntries", DocTags.SortedSets, "Read random members")
        {
            Parameters =
            [
                new("count", JsonSchemaType.Integer,
                    "How many; 1 if not given. Positive: different ones. Negative: exactly so many, which may repeat."),
                DocParts.Encoding,
            ],
            Responses =
            [
                DocParts.OkOfKey<SortedSetEntriesResult>("The entries, which stay", SortedSetDocs.Entries),
                DocParts.NoContent("There is none"),
            ],
            Errors = [ErrorCode.WrongType, ErrorCode.PayloadTooLarge, ErrorCode.NotAcceptable],
        };

    public static readonly OperationDocs Scan =
        new("scanSortedSetEntries", DocTags.SortedSets, "List members page by page, in no order")
        {
            Description = "A page may hold fewer entries than the limit, even none, or some more; nextCursor is null "
                + "at the end. A member that is there all the time appears exactly once, whatever changes meanwhile.",
            Parameters =
            [
                new("match", JsonSchemaType.String, "A glob pattern for the member: user:*"),
                new("limit", JsonSchemaType.Integer, "About how many; 100 if not given, 1000 at most."),
                new("cursor", JsonSchemaType.String, "nextCursor of the page before."),
                DocParts.Encoding,
            ],
            Responses =
            [
                DocParts.OkOfKey<SortedSetPage>(
                    "A page", """{"entries":[{"member":"ada","score":12.5}],"nextCursor":null}"""),
            ],
            Errors = [ErrorCode.InvalidCursor, ErrorCode.WrongType, ErrorCode.NotAcceptable],
        };

    public static readonly OperationDocs Remove =
        new("removeSortedSetRange", DocTags.SortedSets, "Remove a range of members")
        {
            Parameters = SortedSetDocs.OfWrite,
            Request =
            [
                DocParts.Json<SortedSetRemoveRangeRequest>(
                    new ExampleDocs("all but the highest hundred", """{"ranks":{"start":0,"stop":-101}}"""),
                    new ExampleDocs("scores below ten", """{"scores":{"max":10,"maxExclusive":true}}"""),
                    new ExampleDocs("members from a to b", """{"members":{"min":"a","max":"b"}}""")),
            ],
            Responses = [DocParts.OkOfKey<SortedSetRemovedResult>("How many there were", """{"removed":2}""")],
            Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed],
        };

    public static readonly OperationDocs Store =
        new("storeSortedSetRange", DocTags.SortedSets, "Store a range of members in a key")
        {
            Description = "The range replaces what the key holds, whatever its type, or deletes it if it is empty.",
            Request =
            [
                DocParts.Json<SortedSetStoreRangeRequest>(
                    new ExampleDocs(
                        "the highest ten",
                        """{"from":"board","storeInto":"top","ranks":{"start":0,"stop":9},"reverse":true}"""),
                    new ExampleDocs(
                        "by score", """{"from":"board","storeInto":"good","scores":{"min":50},"limit":100}""")),
            ],
            Responses = [DocParts.OkOfKey<SortedSetCountResult>("How many it has", """{"count":2}""")],
            Errors = [ErrorCode.WrongType, ErrorCode.OutOfMemory],
        };
}
