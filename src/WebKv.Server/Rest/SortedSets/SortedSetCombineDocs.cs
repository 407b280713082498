using WebKv.Engine.Errors;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>The OpenAPI descriptions of the operations on several sorted sets.</summary>
internal static class SortedSetCombineDocs
{
    public static readonly OperationDocs Combine =
        new("combineSortedSets", DocTags.SortedSets, "Unite, intersect or subtract sorted sets")
        {
            Description = "The sets are taken as they are at one moment; plain sets may be among them, with the score "
                + "1. With storeInto the result replaces what that key holds, whatever its type, or deletes it if the "
                + "result is empty.",
            Parameters = [DocParts.Encoding],
            Request =
            [
                DocParts.Json<SortedSetCombineRequest>(
                    new ExampleDocs("added up", """{"op":"union","keys":["week:1","week:2"]}"""),
                    new ExampleDocs(
                        "weighted and stored",
                        """{"op":"union","keys":["a","b"],"weights":[1,0.5],"aggregate":"max","storeInto":"c"}"""),
                    new ExampleDocs(
                        "counted", """{"op":"intersection","keys":["a","b"],"countOnly":true,"limit":100}""")),
            ],
            Responses =
            [
                DocParts.Ok<SortedSetCombineResult>(
                    "The result; entries is null if they were stored or only counted",
                    """{"count":1,"entries":[{"member":"ada","score":42.5}]}"""),
            ],
            Errors = [ErrorCode.WrongType, ErrorCode.NotAcceptable, ErrorCode.OutOfMemory],
        };

    public static readonly OperationDocs Pop =
        new("popFirstSortedSet", DocTags.SortedSets, "Take out members of the first sorted set that has any")
        {
            Parameters = [DocParts.EncodingOfWrite, DocParts.Prefer],
            Request =
            [
                DocParts.Json<SortedSetMultiPopRequest>("""{"keys":["urgent","normal"],"end":"min","count":10}"""),
            ],
            Responses =
            [
                DocParts.Ok<SortedSetMultiPopResult>(
                    "What was taken, and from where",
                    """{"key":"urgent","entries":[{"member":"job:1","score":5}]}"""),
                DocParts.NothingInTime("There is none"),
            ],
            Errors = [ErrorCode.WrongType],
        };
}
