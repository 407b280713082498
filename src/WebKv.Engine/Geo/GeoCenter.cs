namespace WebKv.Engine.Geo;

/// <summary>Around what is searched: a place, or that of a member.</summary>
public readonly ref struct GeoCenter
{
    public GeoCenter(GeoPoint point) => Point = point;

    public GeoCenter(ReadOnlySpan<byte> member)
    {
        Member = member;
        IsMember = true;
    }

    public bool IsMember { get; }

    public ReadOnlySpan<byte> Member { get; }

    public GeoPoint Point { get; }
}
