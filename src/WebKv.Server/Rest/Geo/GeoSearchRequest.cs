using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Geo;

/// <summary>A search around one centre, in one shape.</summary>
/// <param name="Member">The member whose place is the centre.</param>
/// <param name="Point">The centre itself.</param>
/// <param name="Radius">The shape is a circle with this radius.</param>
/// <param name="Box">The shape is a box.</param>
/// <param name="Unit">Of the shape and of distances; metres if it is not said.</param>
/// <param name="Order">By distance; as they are found if it is not said, with a limit the nearest first.</param>
/// <param name="Limit">How many members at most.</param>
/// <param name="Any">The first so many that are found will do, which is faster.</param>
internal sealed record GeoSearchRequest(
    BinaryValue? Member,
    GeoPlace? Point,
    double? Radius,
    GeoBox? Box,
    string? Unit,
    string? Order,
    long? Limit,
    bool? Any);
