using Microsoft.OpenApi;
using WebKv.Server.Rest.Events;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.PubSub;

/// <summary>The OpenAPI descriptions of the operations on channels and subscriptions.</summary>
internal static class PubSubDocs
{
    private static readonly ParameterDocs Sharded = new(
        "sharded", JsonSchemaType.Boolean, "Means sharded channels, which have names of their own (SPUBLISH).");

    public static readonly OperationDocs Publish = new("publishMessage", DocTags.PubSub, "Publish a message")
    {
        Description = "A message reaches those who are subscribed at the moment, whichever door they came by; it is "
            + "not kept.",
        HasDatabase = false,
        Parameters = [Sharded, DocParts.Raw],
        Request = DocParts.ValueRequests,
        Responses = [DocParts.Ok<ReceiversResult>("How many receive it", """{"receivers":2}""")],
    };

    public static readonly OperationDocs List = new("listChannels", DocTags.PubSub, "List channels with subscribers")
    {
        HasDatabase = false,
        Parameters =
        [
            new("match", JsonSchemaType.String, "A glob pattern for the name: news.*"),
            Sharded,
            DocParts.Encoding,
        ],
        Responses =
        [
            DocParts.Ok<ChannelList>(
                "The channels, and how many different patterns have subscribers",
                """{"items":[{"channel":"news.uk","subscribers":2}],"patterns":1}"""),
        ],
    };

    public static readonly OperationDocs Get = new("getChannel", DocTags.PubSub, "Count the subscribers of a channel")
    {
        Description = "Those of patterns do not count.",
        HasDatabase = false,
        Parameters = [Sharded],
        Responses = [DocParts.Ok<SubscribersResult>("Their number, maybe 0", """{"subscribers":2}""")],
    };

    public static readonly OperationDocs Subscribe = new("subscribe", DocTags.PubSub, "Receive messages as they come")
    {
        Description = """
            A stream of server-sent events: `subscribed` first, then `message` for each message. `dropped` tells a
            gap: the client reads too slowly (`slow`), a message is too large for JSON (`tooLarge`), or the client has
            connected again (`reconnected`: it sent `Last-Event-ID`, but messages are not kept, so what it missed is
            lost and nobody has counted it). Comments keep a silent stream alive.

            Events of keys are messages, too, once `notify-keyspace-events` is set: subscribe to
            `pattern=__keyspace@0__:user:*` or `channel=__keyevent@0__:expired`.

            This page shows an answer when it is complete, so set `durationMs` here; else use `curl -N`.
            """,
        HasDatabase = false,
        Parameters =
        [
            new("channel", JsonSchemaType.String, "A channel; may come many times.") { Example = "news" },
            new("pattern", JsonSchemaType.String, "A glob pattern of channels; may come many times."),
            new("shardChannel", JsonSchemaType.String, "A sharded channel; may come many times."),
            DocParts.EncodingOfWrite,
            new("durationMs", JsonSchemaType.Integer, "End the stream after so many milliseconds; never if not given.")
            {
                Example = 1000,
            },
            new("Last-Event-ID", JsonSchemaType.String, "Sent by browsers when they connect again.")
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
                    "two messages, a gap",
                    """
                    event: subscribed
                    data: {"channels":["news"],"patterns":["n*"],"shardChannels":[]}

                    event: message
                    id: 1
                    data: {"channel":"news","message":"hello"}

                    event: message
                    id: 2
                    data: {"channel":"news","pattern":"n*","message":{"base64":"AP8="}}

                    event: dropped
                    data: {"dropped":17,"reason":"slow"}

                    : heartbeat

                    """))),
        ],
    };
}
