using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.Events;
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
        Commands = ["XINFO STREAM", "XLEN"],
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
        Commands = ["XADD"],
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
        Commands = ["XRANGE", "XREVRANGE"],
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
        Commands = ["XRANGE"],
        Parameters = [DocParts.Encoding],
        Responses = [DocParts.OkOfKey<EntryItem>("The entry", Entry)],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.NotFound, ErrorCode.WrongType, ErrorCode.NotAcceptable],
    };

    public static readonly OperationDocs DeleteEntry = new("deleteStreamEntry", DocTags.Streams, "Delete an entry")
    {
        Commands = ["XDEL"],
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
        Commands = ["XTRIM"],
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

    public static readonly OperationDocs Tail = new("tailStream", DocTags.Streams, "Follow a stream")
    {
        Commands = ["XREAD"],
        Description = """
            A stream of server-sent events: `tailing` first, with the position from which on entries follow, then
            `entry` for each entry. The id of an event is the position behind it: a client that connects again with
            `Last-Event-ID`, as browsers do, goes on right there, and nothing is lost or comes twice. Comments keep a
            silent stream alive.

            `discontinuity` tells that entries are missing: they were trimmed before they could be sent (`trimmed`), the
            stream was deleted and created again with lower ids (`reset`, and it follows from its beginning), or an
            entry is too large for JSON (`tooLarge`; read it by its id). Entries that were deleted one by one are passed
            over. `end` tells why the stream cannot be followed any longer: it was deleted (`KEY_NOT_FOUND`), or its
            key holds another type (`WRONG_TYPE`). A client that reads slowly holds up nobody: the server reads on when
            the client does.

            This page shows an answer when it is complete, so set `durationMs` here; else use `curl -N`.
            """,
        Parameters =
        [
            new("after", JsonSchemaType.String,
                "The id above which to begin; 0 for all entries, $, or not given, for new ones only.")
            {
                Example = "0",
            },
            DocParts.EncodingOfWrite,
            new("durationMs", JsonSchemaType.Integer, "End the stream after so many milliseconds; never if not given.")
            {
                Example = 1000,
            },
            new(EventStream.LastId, JsonSchemaType.String, "The last id that the client had; goes before after.")
            {
                In = ParameterLocation.Header,
            },
        ],
        Responses =
        [
            new(StatusCodes.Status200OK, "The events", new BodyDocs(
                EventStream.ContentType,
                Schema: null,
                new ExampleDocs(
                    "an entry, a gap, the end",
                    """
                    event: tailing
                    id: 1767225500000-3
                    data: {"after":"1767225500000-3"}

                    event: entry
                    id: 1767225600000-0
                    data: {"id":"1767225600000-0","fields":[{"field":"temperature","value":"21.5"}]}

                    event: discontinuity
                    id: 1767225700000-0
                    data: {"reason":"trimmed","after":"1767225700000-0"}

                    : heartbeat

                    event: end
                    data: {"code":"KEY_NOT_FOUND","detail":"no such key"}

                    """))),
        ],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.WrongType],
    };

    public static readonly OperationDocs Read = new("readStreams", DocTags.Streams, "Read what is new in streams")
    {
        Commands = ["XREAD"],
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
