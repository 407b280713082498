using System.Globalization;
using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.Geo;

/// <summary>Runs the same command lines on a real Redis and on the engine: every reply must be the same.</summary>
/// <remarks>Random searches are sorted, since Redis looks through its cells in an order of its own, and stay away from
/// the date line and the poles, where it is known to miss members.</remarks>
public sealed class GeoRedisComparisonTests
{
    private static readonly string[] Script = """
        GEOADD
        GEOADD s 1 2
        GEOADD s 1 2 a 3
        GEOADD s 13.361389 38.115556 Palermo 15.087269 37.502669 Catania
        GEOADD s NX 1 2 Palermo 3 4 new
        GEOADD s XX CH 13.5 38.1 Palermo 5 5 nobody
        GEOADD s NX XX 1 2 a
        GEOADD s 181 2 a
        GEOADD s 1 86 a
        GEOADD s x 2 a
        GEOADD s 1 2 a 1 x b
        GEOADD s nan 2 a
        ZRANGE s 0 -1 WITHSCORES
        GEOADD s 13.361389 38.115556 Palermo
        GEOPOS s Palermo nosuch Catania
        GEOPOS s
        GEOPOS missing a b
        GEOHASH s Palermo nosuch Catania
        GEOHASH s
        GEOHASH missing a
        GEODIST s Palermo Catania
        GEODIST s Palermo Catania km
        GEODIST s Palermo Catania MI
        GEODIST s Palermo Catania ft
        GEODIST s Palermo Catania parsec
        GEODIST s Palermo Catania m x
        GEODIST s Palermo nosuch
        GEODIST missing a b
        GEODIST s Palermo Palermo
        GEODIST s Palermo
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS 200 km ASC
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS 200 km DESC WITHDIST WITHHASH WITHCOORD
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS 200 km ASC WITHCOORD
        GEOSEARCH s FROMLONLAT 15 37 BYBOX 400 400 km ASC WITHDIST
        GEOSEARCH s FROMMEMBER Palermo BYRADIUS 200 mi ASC WITHDIST
        GEOSEARCH s FROMMEMBER Palermo BYBOX 400 400 ft ASC
        GEOSEARCH s FROMMEMBER Palermo BYRADIUS 0 m ASC
        GEOSEARCH s FROMMEMBER nosuch BYRADIUS 200 km
        GEOSEARCH missing FROMMEMBER nosuch BYRADIUS 200 km
        GEOSEARCH missing FROMLONLAT 1 2 BYRADIUS 200 km
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS 200 km ASC COUNT 1
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS 200 km COUNT 1
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS 200 km COUNT 0
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS 200 km COUNT -1
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS 200 km COUNT x
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS 200 km COUNT
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS 200 km ANY
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS 200 km COUNT 100 ANY ASC
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS -1 km
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS x km
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS 1 parsec
        GEOSEARCH s FROMLONLAT 15 37 BYBOX -1 1 km
        GEOSEARCH s FROMLONLAT 15 37 BYBOX x 1 km
        GEOSEARCH s FROMLONLAT 15 37 BYBOX 1 x km
        GEOSEARCH s FROMLONLAT 200 37 BYRADIUS 1 km
        GEOSEARCH s FROMLONLAT 15 37 FROMMEMBER Palermo BYRADIUS 1 km
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS 1 km BYBOX 1 1 km
        GEOSEARCH s FROMLONLAT 15 37 BYRADIUS 1 km STOREDIST
        geosearch s BYRADIUS 1 km ASC WITHDIST
        geosearch s FROMLONLAT 15 37 ASC WITHDIST
        GEOSEARCH s FROMLONLAT 15 37 ASC
        GEOSEARCHSTORE to s FROMLONLAT 15 37 BYRADIUS 200 km
        ZRANGE to 0 -1 WITHSCORES
        GEOSEARCHSTORE to s FROMLONLAT 15 37 BYRADIUS 200 km STOREDIST COUNT 1
        ZRANGE to 0 -1 WITHSCORES
        GEOSEARCHSTORE to s FROMLONLAT 15 37 BYRADIUS 200 km WITHDIST
        GEOSEARCHSTORE to s FROMLONLAT 100 37 BYRADIUS 200 km
        EXISTS to
        GEOSEARCHSTORE s s FROMLONLAT 15 37 BYRADIUS 100 km
        ZRANGE s 0 -1
        SET to v
        GEOSEARCHSTORE to missing FROMMEMBER a BYRADIUS 100 km
        EXISTS to
        SET string v
        GEOADD string 1 2 a
        GEOPOS string a
        GEOSEARCH string FROMLONLAT 15 37 BYRADIUS 100 km
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void ScriptedLines_GiveTheRepliesOfRedis()
    {
        using var engine = new TestEngine();
        using var comparison = new RedisComparison(engine);
        foreach (string line in Script)
            comparison.RunLine(line);
        comparison.AssertNoDifference();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void RandomSearches_GiveTheRepliesOfRedis(int seed)
    {
        using var engine = new TestEngine();
        using var comparison = new RedisComparison(engine);
        var random = new Random(seed);
        for (int i = 0; i < 400; i++)
            comparison.Run(["GEOADD", "g", Degrees(random, 120), Degrees(random, 60), $"m{i}"]);
        string[] units = ["m", "km", "mi", "ft"];
        for (int i = 0; i < 600; i++)
        {
            string unit = units[random.Next(4)];
            string[] shape = random.Next(2) == 0
                ? ["BYRADIUS", Size(random, unit), unit]
                : ["BYBOX", Size(random, unit), Size(random, unit), unit];
            string[] center = random.Next(2) == 0
                ? ["FROMMEMBER", $"m{random.Next(400)}"]
                : ["FROMLONLAT", Degrees(random, 120), Degrees(random, 60)];
            comparison.Run(["GEOSEARCH", "g", .. center, .. shape, "ASC", "WITHDIST", "WITHHASH"]);
            comparison.Run(["GEODIST", "g", $"m{random.Next(400)}", $"m{random.Next(400)}", unit]);
        }
        comparison.AssertNoDifference();
    }

    private static string Degrees(Random random, double max) =>
        ((random.NextDouble() * 2 - 1) * max).ToString("R", CultureInfo.InvariantCulture);

    // Up to 1500 km, small ones as often as big ones.
    private static string Size(Random random, string unit)
    {
        double meters = 1_500_000 * Math.Pow(random.NextDouble(), 4);
        double size = meters / unit switch { "km" => 1000, "mi" => 1609.34, "ft" => 0.3048, _ => 1 };
        return size.ToString("R", CultureInfo.InvariantCulture);
    }
}
