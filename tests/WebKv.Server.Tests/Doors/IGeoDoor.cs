namespace WebKv.Server.Tests.Doors;

/// <summary>The operations on places, as every door has them.</summary>
public interface IGeoDoor
{
    /// <summary>Adds or moves: "" always, "ifAbsent" or "ifPresent".</summary>
    Task<(long Added, long Changed)> AddAsync(string key, string mode, params Placed[] entries);

    Task<(double Longitude, double Latitude)?[]> PositionsAsync(string key, params string[] members);

    Task<string?[]> HashesAsync(string key, params string[] members);

    /// <summary>Null if one of the members is not there.</summary>
    Task<double?> DistanceAsync(string key, string from, string to, string unit);

    Task<GeoFound[]> SearchAsync(string key, GeoAsk search);

    Task<long> StoreAsync(string key, string destination, GeoAsk search, bool distances = false);
}
