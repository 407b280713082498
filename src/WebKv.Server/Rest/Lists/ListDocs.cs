using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Lists;

/// <summary>The OpenAPI descriptions of the operations on elements of a list.</summary>
internal static class ListDocs
{
    public static readonly OperationDocs Get = new("getList", DocTags.Lists, "What is known about a list")
    {
        Responses =
        [
            DocParts.Ok<ListResult>("The list", """{"length":3,"ttlMs":null,"etag":"\"1a2b.r\""}"""),
        ],
        Errors = [ErrorCode.KeyNotFound, ErrorCode.WrongType],
    };

    public static readonly OperationDocs Items = new("getListItems", DocTags.Lists, "Read a range of elements")
    {
        Description = "Indexes count from 0; negative ones count from the right, -1 being the last. A range outside "
            + "the list, and a missing list, are empty. Without stop it is a page of limit elements.",
        Parameters =
        [
            new("start", JsonSchemaType.Integer, "Index of the first element; 0 if not given."),
            new("stop", JsonSchemaType.Integer, "Index of the last element; -1 if not given."),
            new("limit", JsonSchemaType.Integer,
                "Most elements, up to 1000; if not given, 100 without stop, else all of the range."),
            DocParts.Encoding,
        ],
        Responses =
        [
            DocParts.OkOfKey<ListItemsResult>("The elements", """{"items":["a",{"base64":"AP8="}],"length":2}"""),
        ],
        Errors = [ErrorCode.WrongType, ErrorCode.NotAcceptable],
    };

    public static readonly OperationDocs GetItem = new("getListItem", DocTags.Lists, "Read one element")
    {
        Parameters = [DocParts.Encoding, DocParts.IfMatch, DocParts.IfNoneMatch],
        Responses =
        [
            new(StatusCodes.Status200OK, "The element", DocParts.ValueBodies)
            {
                Headers = [HeaderDocs.ETag, ResponseHeaders.Offset, ResponseHeaders.Ttl, ResponseHeaders.Type],
            },
            new(StatusCodes.Status304NotModified, "The client has this list already") { Headers = [HeaderDocs.ETag] },
        ],
        Errors =
        [
            ErrorCode.KeyNotFound, ErrorCode.IndexOutOfRange, ErrorCode.WrongType, ErrorCode.NotAcceptable,
            ErrorCode.PreconditionFailed,
        ],
    };

    public static readonly OperationDocs PutItem = new("putListItem", DocTags.Lists, "Replace one element")
    {
        Parameters = [DocParts.Raw, DocParts.IfMatch, DocParts.IfNoneMatch],
        Request = DocParts.ValueRequests,
        Responses = [DocParts.NoContent("The element was replaced")],
        Errors =
        [
            ErrorCode.KeyNotFound, ErrorCode.IndexOutOfRange, ErrorCode.WrongType, ErrorCode.PreconditionFailed,
            ErrorCode.OutOfMemory,
        ],
    };

    public static readonly OperationDocs Positions = new(
        "findListPositions", DocTags.Lists, "Find elements by their value")
    {
        Parameters =
        [
            new("value", JsonSchemaType.String, "What to look for.") { IsRequired = true, Example = "a" },
            new("rank", JsonSchemaType.Integer,
                "The match to begin with: 1 is the first; -1 the last, and then backwards. 1 if not given."),
            new("count", JsonSchemaType.Integer, "Most matches; 0 for all, 1 if not given."),
            new("maxLen", JsonSchemaType.Integer, "Most elements to compare; all if not given."),
        ],
        Responses = [DocParts.OkOfKey<ListPositionsResult>("Their indexes", """{"positions":[0,2]}""")],
        Errors = [ErrorCode.WrongType],
    };
}
