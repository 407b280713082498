using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Lists;

/// <summary>The OpenAPI descriptions of the operations that change lists.</summary>
internal static class ListChangeDocs
{
    private static readonly ResponseDocs Nothing = DocParts.NothingInTime("There was nothing to take");

    public static readonly OperationDocs Push = new("pushList", DocTags.Lists, "Add elements at one end")
    {
        Description = "A body of exactly application/json is a list of elements with its options; every other body is "
            + "one element as it is, with the options in the query. Creates the list if there is none.",
        Parameters =
        [
            new("side", JsonSchemaType.String, "Of a raw element: left, or right if not given.")
            {
                Words = [ListWords.Left, ListWords.Right],
            },
            new("onlyIfExists", JsonSchemaType.Boolean, "Of a raw element: answer 404 if there is no list."),
            DocParts.Raw, DocParts.IfMatch, DocParts.IfNoneMatch,
        ],
        Request =
        [
            new(Representation.Raw, null, new ExampleDocs("one raw element", "hello")),
            DocParts.Json<PushListRequest>(
                new ExampleDocs("two elements at the right", """{"values":["a",{"base64":"AP8="}]}"""),
                new ExampleDocs("one at the left", """{"side":"left","values":["a"]}"""),
                new ExampleDocs("only if there is a list", """{"values":["a"],"onlyIfExists":true}""")),
        ],
        Responses = [DocParts.OkOfKey<ListLengthResult>("The new length", """{"length":2}""")],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.WrongType, ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory],
    };

    public static readonly OperationDocs Pop = new("popList", DocTags.Lists, "Take elements from one end")
    {
        Parameters = [DocParts.EncodingOfWrite, DocParts.Prefer, DocParts.IfMatch, DocParts.IfNoneMatch],
        Request =
        [
            DocParts.Json<PopListRequest>(
                new ExampleDocs("the first element", "{}"),
                new ExampleDocs("the last ten", """{"side":"right","count":10}"""),
                new ExampleDocs("wait for one", """{"waitMs":100}""")),
        ],
        Responses = [DocParts.OkOfKey<ListPopResult>("The elements", """{"values":["a"]}"""), Nothing],
        Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs Insert = new("insertList", DocTags.Lists, "Add an element beside another")
    {
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request = [DocParts.Json<InsertListRequest>("""{"pivot":"a","before":true,"value":"new"}""")],
        Responses = [DocParts.OkOfKey<ListLengthResult>("The new length", """{"length":3}""")],
        Errors =
        [
            ErrorCode.KeyNotFound, ErrorCode.NotFound, ErrorCode.WrongType, ErrorCode.PreconditionFailed,
            ErrorCode.OutOfMemory,
        ],
    };

    public static readonly OperationDocs Remove = new("removeList", DocTags.Lists, "Remove elements by their value")
    {
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request =
        [
            DocParts.Json<RemoveListRequest>(
                new ExampleDocs("all that are equal", """{"value":"a"}"""),
                new ExampleDocs("the last two", """{"value":"a","count":-2}""")),
        ],
        Responses = [DocParts.OkOfKey<ListRemoveResult>("How many were removed", """{"removed":1}""")],
        Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs Trim = new("trimList", DocTags.Lists, "Keep a range of elements")
    {
        Description = "An empty range deletes the list.",
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request = [DocParts.Json<TrimListRequest>(new ExampleDocs("the last hundred", """{"start":-100,"stop":-1}"""))],
        Responses = [DocParts.OkOfKey<ListLengthResult>("The length of what is left", """{"length":100}""")],
        Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed],
    };

    public static readonly OperationDocs PopAny = new(
        "popLists", DocTags.Lists, "Take elements from the first list that exists")
    {
        Parameters = [DocParts.EncodingOfWrite, DocParts.Prefer],
        Request = [DocParts.Json<PopListsRequest>("""{"keys":["urgent","later"],"count":10}""")],
        Responses =
        [
            DocParts.Ok<ListsPopResult>("The elements, and where they are from", """{"key":"later","values":["a"]}"""),
            Nothing,
        ],
        Errors = [ErrorCode.WrongType],
    };

    public static readonly OperationDocs Move = new("moveListItem", DocTags.Lists, "Move an element to another list")
    {
        Parameters = [DocParts.EncodingOfWrite, DocParts.Prefer],
        Request =
        [
            DocParts.Json<MoveListItemRequest>(
                new ExampleDocs(
                    "a job to those in work",
                    """{"source":"jobs","destination":"in-work","from":"left","to":"right"}"""),
                new ExampleDocs(
                    "turn a list", """{"source":"jobs","destination":"jobs","from":"left","to":"right"}""")),
        ],
        Responses = [DocParts.Ok<ListMoveResult>("The element", """{"value":"a"}"""), Nothing],
        Errors = [ErrorCode.WrongType, ErrorCode.OutOfMemory],
    };
}
