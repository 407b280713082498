namespace WebKv.Engine.Geo;

/// <summary>A place on the earth in degrees.</summary>
public readonly record struct GeoPoint(double Longitude, double Latitude)
{
    public const double LongitudeMax = 180;

    /// <summary>The border of the web's Mercator maps, beyond which a square map of the earth does not go.</summary>
    public const double LatitudeMax = 85.05112878;

    /// <summary>Mean radius of the earth in metres.</summary>
    private const double EarthRadius = 6372797.560856;

    /// <summary>Whether the place can be kept.</summary>
    public bool IsValid => Math.Abs(Longitude) <= LongitudeMax && Math.Abs(Latitude) <= LatitudeMax;

    /// <summary>Metres along the great circle, on a sphere: wrong by up to half a percent.</summary>
    public double DistanceTo(GeoPoint other)
    {
        double sine = Math.Sin((Radians(other.Longitude) - Radians(Longitude)) / 2);
        if (sine == 0)
            return LatitudeDistanceTo(other);
        double latitude = Radians(Latitude);
        double otherLatitude = Radians(other.Latitude);
        double latitudeSine = Math.Sin((otherLatitude - latitude) / 2);
        double square = latitudeSine * latitudeSine + Math.Cos(latitude) * Math.Cos(otherLatitude) * sine * sine;
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(square));
    }

    /// <summary>Metres along a meridian.</summary>
    public double LatitudeDistanceTo(GeoPoint other) =>
        EarthRadius * Math.Abs(Radians(other.Latitude) - Radians(Latitude));

    /// <summary>The angle that an arc of these metres has.</summary>
    internal static double RadiansOf(double meters) => meters / EarthRadius;

    internal static double Radians(double degrees) => degrees * (Math.PI / 180);

    internal static double Degrees(double radians) => radians / (Math.PI / 180);
}
