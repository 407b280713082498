using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.OpenApi;
using WebKv.Server.Rest.SortedSets;

namespace WebKv.Server.Rest.Geo;

/// <summary>The OpenAPI descriptions of the operations on places.</summary>
internal static class GeoDocs
{
    private static readonly IReadOnlyList<BodyDocs> MembersBody =
        [DocParts.Json<SortedSetMembersRequest>("""{"members":["Palermo","Catania"]}""")];

    public static readonly OperationDocs Add = new("addGeoMembers", DocTags.Geo, "Add members with places or move them")
    {
        Commands = ["GEOADD"],
        Description = "The place is kept as the score of a sorted set, exact to about half a metre.",
        Parameters = SortedSetDocs.OfWrite,
        Request =
        [
            DocParts.Json<GeoAddRequest>(
                new ExampleDocs(
                    "two places",
                    """
                    {"entries":[{"member":"Palermo","longitude":13.361389,"latitude":38.115556},
                    {"member":"Catania","longitude":15.087269,"latitude":37.502669}]}
                    """),
                new ExampleDocs(
                    "only moves",
                    """{"entries":[{"member":"Palermo","longitude":13.36,"latitude":38.1}],"mode":"ifPresent"}""")),
        ],
        Responses = [DocParts.OkOfKey<SortedSetAddResult>("What was done", """{"added":2,"changed":0}""")],
        Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory],
    };

    public static readonly OperationDocs Positions =
        new("getGeoPositions", DocTags.Geo, "Read the places of some members")
        {
            Commands = ["GEOPOS"],
            Request = MembersBody,
            Responses =
            [
                DocParts.OkOfKey<GeoPositionsResult>(
                    "In the order asked; null for a member that is not there",
                    """{"positions":[{"longitude":13.36138933897018,"latitude":38.11555639549629},null]}"""),
            ],
            Errors = [ErrorCode.WrongType],
        };

    public static readonly OperationDocs Hashes =
        new("getGeoHashes", DocTags.Geo, "Read the places of some members as geohash texts")
        {
            Commands = ["GEOHASH"],
            Request = MembersBody,
            Responses =
            [
                DocParts.OkOfKey<GeoHashesResult>(
                    "In the order asked; null for a member that is not there", """{"hashes":["sqc8b49rny0",null]}"""),
            ],
            Errors = [ErrorCode.WrongType],
        };

    public static readonly OperationDocs Distance =
        new("getGeoDistance", DocTags.Geo, "Measure how far two members are apart")
        {
            Commands = ["GEODIST"],
            Description = "Along the great circle of a sphere, which is wrong by up to half a percent.",
            Parameters =
            [
                new("from", JsonSchemaType.String, "A member.") { IsRequired = true, Example = "Palermo" },
                new("to", JsonSchemaType.String, "Another one.") { IsRequired = true, Example = "Catania" },
                new("unit", JsonSchemaType.String, "Of the distance; m if not given.") { Words = GeoWords.Units },
            ],
            Responses = [DocParts.OkOfKey<GeoDistanceResult>("The distance", """{"distance":166274.1516}""")],
            Errors = [ErrorCode.NotFound, ErrorCode.WrongType],
        };

    public static readonly OperationDocs Search = new("searchGeo", DocTags.Geo, "Find the members near a place")
    {
        Commands = ["GEOSEARCH"],
        Description = "In a circle or a box around a point or a member. Distances are in the unit of the search. A "
            + "member as the centre must be there, unless the key itself is missing.",
        Parameters = [DocParts.Encoding],
        Request =
        [
            DocParts.Json<GeoSearchRequest>(
                new ExampleDocs(
                    "the nearest",
                    """
                    {"point":{"longitude":15,"latitude":37},"radius":200,"unit":"km","order":"nearest","limit":10}
                    """),
                new ExampleDocs("in a box", """{"member":"Palermo","box":{"width":400,"height":200},"unit":"km"}"""),
                new ExampleDocs("any three", """{"member":"Palermo","radius":5000,"limit":3,"any":true}""")),
        ],
        Responses =
        [
            DocParts.OkOfKey<GeoSearchResult>(
                "What was found",
                """
                {"matches":[{"member":"Catania","distance":56.4413,
                "longitude":15.087267458438873,"latitude":37.50266842333162}]}
                """),
        ],
        Errors = [ErrorCode.WrongType, ErrorCode.NotAcceptable],
    };

    public static readonly OperationDocs Store =
        new("storeGeoSearch", DocTags.Geo, "Store the members near a place")
        {
            Commands = ["GEOSEARCHSTORE"],
            Description = "The result replaces what the key holds, whatever its type, or deletes it if nothing is "
                + "found.",
            Request =
            [
                DocParts.Json<GeoStoreRequest>(
                    new ExampleDocs(
                        "with their places",
                        """{"source":"Sicily","storeInto":"near","search":{"member":"Palermo","radius":5000}}"""),
                    new ExampleDocs(
                        "with their distances",
                        """
                        {"source":"Sicily","storeInto":"near","storeDistances":true,
                        "search":{"member":"Palermo","radius":200,"unit":"km"}}
                        """)),
            ],
            Responses = [DocParts.OkOfKey<SortedSetCountResult>("How many there were", """{"count":2}""")],
            Errors = [ErrorCode.WrongType, ErrorCode.OutOfMemory],
        };
}
