namespace WebKv.Engine.Geo;

/// <summary>
/// Places as integers of 52 bits, which a score holds exactly: the bits of latitude and longitude in turns.
/// </summary>
/// <remarks>
/// The idea: who looks at the first bits only sees a grid, in which near places mostly share a cell; and a cell is a
/// range of scores. 26 bits for each axis make cells of 0.6 m at the equator. What is decoded is the middle of a cell.
/// </remarks>
internal static class GeoCode
{
    /// <summary>Bits of each axis.</summary>
    public const int Steps = 26;

    /// <summary>Length of the text that other systems know a place by.</summary>
    public const int TextLength = 11;

    // The grid of the texts goes to the poles.
    private const double TextLatitudeMax = 90;
    private const int TextBits = 5;

    private static ReadOnlySpan<byte> TextAlphabet => "0123456789bcdefghjkmnpqrstuvwxyz"u8;

    public static double Encode(GeoPoint point) => Encode(point, GeoPoint.LatitudeMax);

    public static GeoPoint Decode(double score)
    {
        ulong bits = (ulong)score;
        double longitude = Middle(Deinterleave(bits >> 1), GeoPoint.LongitudeMax);
        double latitude = Middle(Deinterleave(bits), GeoPoint.LatitudeMax);
        return new GeoPoint(longitude, latitude);
    }

    /// <summary>The cell of a coordinate when an axis has 2^steps of them.</summary>
    public static int CellOf(double degrees, double max, int steps) =>
        (int)Math.Clamp((degrees + max) / (2 * max) * (1 << steps), 0, (1 << steps) - 1);

    /// <summary>The lowest score of a cell; the next cell's is 4^(26 - steps) above.</summary>
    public static ulong FirstOf(int longitudeCell, int latitudeCell, int steps) =>
        Interleave((uint)latitudeCell, (uint)longitudeCell) << 2 * (Steps - steps);

    /// <summary>The text of a place, as geohash.org has it.</summary>
    public static void Format(GeoPoint point, Span<byte> text)
    {
        ulong bits = Encode(point, TextLatitudeMax);
        for (int i = 0; i < TextLength; i++)
        {
            // 52 bits are ten letters and two bits; the eleventh letter is always 0, as in Redis.
            int shift = 2 * Steps - (i + 1) * TextBits;
            text[i] = TextAlphabet[shift < 0 ? 0 : (int)(bits >> shift) & 31];
        }
    }

    private static ulong Encode(GeoPoint point, double latitudeMax)
    {
        uint latitude = (uint)((point.Latitude + latitudeMax) / (2 * latitudeMax) * (1 << Steps));
        uint longitude =
            (uint)((point.Longitude + GeoPoint.LongitudeMax) / (2 * GeoPoint.LongitudeMax) * (1 << Steps));
        return Interleave(latitude, longitude);
    }

    private static double Middle(uint cell, double max)
    {
        const double Cells = 1 << Steps;
        double low = -max + cell / Cells * (2 * max);
        double high = -max + (cell + 1) / Cells * (2 * max);
        return Math.Clamp((low + high) / 2, -max, max);
    }

    private static ulong Interleave(uint even, uint odd) => Spread(even) | Spread(odd) << 1;

    // Puts a zero before each of 32 bits.
    private static ulong Spread(ulong bits)
    {
        bits = (bits | bits << 16) & 0x0000FFFF0000FFFF;
        bits = (bits | bits << 8) & 0x00FF00FF00FF00FF;
        bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | bits << 2) & 0x3333333333333333;
        return (bits | bits << 1) & 0x5555555555555555;
    }

    private static uint Deinterleave(ulong bits)
    {
        bits &= 0x5555555555555555;
        bits = (bits | bits >> 1) & 0x3333333333333333;
        bits = (bits | bits >> 2) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | bits >> 4) & 0x00FF00FF00FF00FF;
        bits = (bits | bits >> 8) & 0x0000FFFF0000FFFF;
        return (uint)(bits | bits >> 16);
    }
}
