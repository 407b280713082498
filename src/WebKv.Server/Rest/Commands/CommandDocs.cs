using WebKv.Engine.Errors;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Commands;

/// <summary>The OpenAPI descriptions of commands, pipelines and transactions.</summary>
internal static class CommandDocs
{
    private static readonly BodyDocs Replies = DocParts.Json<RepliesShape>(
        """{"results":[{"result":"OK"},{"error":{"code":"NOT_AN_INTEGER","message":"value is not an integer"}}]}""");

    public static readonly OperationDocs Run = new("runCommand", DocTags.Commands, "Run any command")
    {
        Commands = [],
        Description = "Words are text, numbers or {\"base64\"}. Integers beyond 2^53-1 are answered as strings.",
        Parameters = [DocParts.EncodingOfWrite],
        Request =
        [
            DocParts.Json<CommandRequest>(
                new ExampleDocs("read", """{"command":["GET","user:1"]}"""),
                new ExampleDocs("write with expiry", """{"command":["SET","user:3","hello","PX",60000]}"""),
                new ExampleDocs("bytes", """{"command":["SET","user:3",{"base64":"AP8="}]}""")),
        ],
        Responses = [DocParts.Ok<ReplyShape>("The reply", """{"result":"hello"}""")],
        Errors =
        [
            ErrorCode.UnknownCommand, ErrorCode.WrongArity, ErrorCode.Syntax, ErrorCode.NeedsConnection,
            ErrorCode.WrongType, ErrorCode.NotAnInteger, ErrorCode.Overflow, ErrorCode.NotAcceptable,
            ErrorCode.OutOfMemory,
        ],
    };

    public static readonly OperationDocs Pipeline = new(
        "runPipeline", DocTags.Commands, "Run many commands, each for itself")
    {
        Commands = [],
        Description = "They run in order; other clients' commands may run between. One that fails stops no other.",
        Parameters = [DocParts.EncodingOfWrite],
        Request =
        [
            DocParts.Json<PipelineRequest>(
                """{"commands":[["SET","user:3","1"],["INCR","user:3"],["GET","user:3"]]}"""),
        ],
        Responses = [new(StatusCodes.Status200OK, "A result or an error for each", Replies)],
    };

    public static readonly OperationDocs Transaction = new(
        "runTransaction", DocTags.Transactions, "Run many commands as one unit")
    {
        Commands = ["MULTI", "EXEC"],
        Description = "Nothing runs unless all preconditions hold and every command can be queued. A precondition "
            + "names a key and exactly one of etag, exists, absent and equals. A command that fails while it runs "
            + "undoes no other.",
        Parameters = [DocParts.EncodingOfWrite],
        Request =
        [
            DocParts.Json<TransactionRequest>(
                new ExampleDocs("two counters", """{"commands":[["INCR","hits"],["INCR","hits:today"]]}"""),
                new ExampleDocs("create together",
                    """{"preconditions":[{"key":"lock","absent":true}],"commands":[["SET","lock","me"]]}""")),
        ],
        Responses = [new(StatusCodes.Status200OK, "A result or an error for each", Replies)],
        Errors = [ErrorCode.ExecAborted, ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory],
    };
}
