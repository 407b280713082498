using WebKv.Engine.Replies;

namespace WebKv.Engine.Geo;

/// <summary>Members found near a place, or how many of them were stored.</summary>
public readonly struct GeoRadiusReply : IReply
{
    private readonly bool _isStored;

    internal GeoRadiusReply(GeoSearchReply found, bool isStored)
    {
        Found = found;
        _isStored = isStored;
    }

    public GeoSearchReply Found { get; }

    public void WriteTo(IReplyWriter writer)
    {
        if (_isStored)
            writer.Integer(Found.Count);
        else
            Found.WriteTo(writer);
    }
}
