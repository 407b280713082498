using System.Numerics;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Geo;

/// <summary>Members found near a place.</summary>
public readonly struct GeoSearchReply : IReply
{
    private readonly ReplyBuffer _buffer;
    private readonly List<GeoMatch> _matches;
    private readonly GeoUnit _unit;
    private readonly GeoDetails _details;

    internal GeoSearchReply(ReplyBuffer buffer, List<GeoMatch> matches, GeoUnit unit, GeoDetails details)
    {
        _buffer = buffer;
        _matches = matches;
        _unit = unit;
        _details = details;
    }

    public int Count => _matches.Count;

    public BulkReply MemberAt(int index) => _buffer.Entry(_matches[index].Entry);

    /// <summary>In the unit of the search.</summary>
    public double DistanceAt(int index) => _matches[index].Meters / _unit.Meters();

    public GeoPoint PointAt(int index) => GeoCode.Decode(_matches[index].Score);

    public void WriteTo(IReplyWriter writer)
    {
        int details = BitOperations.PopCount((uint)_details);
        writer.BeginArray(Count);
        for (int i = 0; i < Count; i++)
        {
            if (details > 0)
                writer.BeginArray(1 + details);
            MemberAt(i).WriteTo(writer);
            if ((_details & GeoDetails.Distance) != 0)
                DistanceReply.Write(writer, DistanceAt(i));
            if ((_details & GeoDetails.Hash) != 0)
                writer.Integer((long)_matches[i].Score);
            if ((_details & GeoDetails.Coordinates) != 0)
                PointsReply.Write(writer, PointAt(i));
        }
    }
}
