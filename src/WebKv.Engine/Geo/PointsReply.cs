using WebKv.Engine.Replies;

namespace WebKv.Engine.Geo;

/// <summary>Places of members, nothing for one that is not there.</summary>
public readonly struct PointsReply(GeoPoint?[] points) : IReply
{
    public ReadOnlySpan<GeoPoint?> Points => points;

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(Points.Length);
        foreach (GeoPoint? point in Points)
        {
            if (point is { } present)
                Write(writer, present);
            else
                writer.NullArray();
        }
    }

    internal static void Write(IReplyWriter writer, GeoPoint point)
    {
        writer.BeginArray(2);
        writer.Double(point.Longitude);
        writer.Double(point.Latitude);
    }
}
