using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Streams;

/// <summary>The OpenAPI descriptions of the operations on streams and their entries.</summary>
internal static class StreamDocs
{
    private const string Entry = """{"id":"1767225600000-0","fields":[{"field":"temperature","value":"21.5"}]}""";

    /// <summary>What the parameters of a range of ids are.</summary>
    public static readonly IReadOnlyList<ParameterDocs> RangeParameters =
    [
        new("start", JsonSchemaType.String, "The lowest id; ( in front leaves it out. The beginning if not given."),
        new("end", JsonSchemaType.String, "The highest id; ( in front leaves it out. The end if not given."),
        new("limit", JsonSchemaType.Integer, "How many at most; 100 if not given, 1000 at most."),
    ];

    public static readonly OperationDocs Get = new("getStream", DocTags.Streams, "Describe a stream")
    {
        Parameters = [DocParts.EncodingOfWrite],
        Responses =
        [
            DocParts.OkOfKey<StreamResult>("What it knows of itself",
                $$"""
                {"length":1,"lastId":"1767225600000-0","firstId":"1767225600000-0","maxDeletedId":null,
                "entriesAdded":1,"groups":0,"firstEntry":{{Entry}},"lastEntry":{{Entry}}}
                """),
        ],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.WrongType],
    };

    public static readonly OperationDocs Append = new("appendStreamEntry", DocTags.Streams, "Append an entry")
    {
        Description = "Creates the stream when it does not exist. An id must be above every id that the stream had.",
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request =
        [
            DocParts.Json<AppendEntryRequest>(
                new ExampleDocs("id by the clock", """{"fields":[{"field":"temperature","value":"21.5"}]}"""),
                new ExampleDocs("given id, binary value",
                    """{"id":"9000000000000-1","fields":[{"field":"raw","value":{"base64":"AP8="}}]}"""),
                new ExampleDocs("keep about a thousand",
                    """{"fields":[{"field":"a","value":"1"}],"trim":{"maxLen":1000,"approximate":true}}""")),
        ],
        Responses =
        [
            DocParts.OkOfKey<EntryIdResult>("The entry is there", """{"id":"1767225600000-0"}""") with
            {
                Status = StatusCodes.Status201Created,
                Headers = [HeaderDocs.Location, HeaderDocs.ETag, ResponseHeaders.Offset],
            },
        ],
        Errors =
        [
            ErrorCode.KeyNotFound, ErrorCode.StreamIdTooSmall, ErrorCode.WrongType, ErrorCode.PreconditionFailed,
            ErrorCode.OutOfMemory,
        ],
    };

    public static readonly OperationDocs List = new("listStreamEntries", DocTags.Streams, "Read a range of entries")
    {
        Description = "A missing stream has none. next is what to give as start, or as end with rev, for the entries "
            + "behind these; null at the end.",
        Parameters =
        [
            .. RangeParameters, new("rev", JsonSchemaType.Boolean, "Newest first."), DocParts.Encoding,
        ],
        Responses =
        [
            DocParts.OkOfKey<EntriesResult>("The entries", $$"""{"entries":[{{Entry}}],"next":null}"""),
        ],
        Errors = [ErrorCode.WrongType, ErrorCode.NotAcceptable],
    };

    public static readonly OperationDocs GetEntry = new("getStreamEntry", DocTags.Streams, "Read an entry")
    {
        Parameters = [DocParts.Encoding],
        Responses = [DocParts.OkOfKey<EntryItem>("The entry", Entry)],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.NotFound, ErrorCode.WrongType, ErrorCode.NotAcceptable],
    };

    public static readonly OperationDocs DeleteEntry = new("deleteStreamEntry", DocTags.Streams, "Delete an entry")
    {
        Parameters =
        [
            new("missingOk", JsonSchemaType.Boolean, "Answer 204, not 404, when there is no such entry."),
            DocParts.IfMatch, DocParts.IfNoneMatch,
        ],
        Responses = [DocParts.NoContent("It is gone")],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.NotFound, ErrorCode.WrongType, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs Trim = new("trimStream", DocTags.Streams, "Take out the oldest entries")
    {
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request =
        [
            DocParts.Json<TrimStreamRequest>(
                new ExampleDocs("keep a thousand", """{"maxLen":1000}"""),
                new ExampleDocs("keep what is young, where that is cheap",
                    """{"minId":"1767225600000","approximate":true}""")),
        ],
        Responses = [DocParts.OkOfKey<EntriesRemovedResult>("How many were taken out", """{"removed":12}""")],
        Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs Read = new("readStreams", DocTags.Streams, "Read what is new in streams")
    {
        Description = "Entries above an id of each stream, at one point in time. 204 when there are none. An id of $ "
            + "stands for the last one of the stream when the call begins to wait.",
        Parameters = [DocParts.Encoding, DocParts.Prefer],
        Request =
        [
            DocParts.Json<ReadStreamsRequest>(
                """{"streams":[{"key":"user:1","after":"0"},{"key":"other","after":"1767225600000-0"}],"count":10}"""),
        ],
        Responses =
        [
            DocParts.Ok<ReadStreamsResult>("The streams that have any",
                $$"""{"streams":[{"key":"user:1","entries":[{{Entry}}]}]}"""),
            DocParts.NothingInTime("There is nothing new"),
        ],
        Errors = [ErrorCode.WrongType, ErrorCode.NotAcceptable],
    };
}
