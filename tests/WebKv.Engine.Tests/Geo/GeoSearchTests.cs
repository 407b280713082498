using System.Globalization;
using WebKv.Engine.Geo;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Geo;

public sealed class GeoSearchTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomSearches_FindWhatLookingAtEveryMemberFinds(int seed)
    {
        var random = new Random(seed);
        var points = new Dictionary<string, GeoPoint>();
        for (int i = 0; i < 2_000; i++)
            AddAt(points, $"m{i}", RandomDegrees(random, 180), RandomDegrees(random, 85.05));
        for (int i = 0; i < 300; i++)
        {
            // Near the date line and the poles as often as elsewhere.
            var center = new GeoPoint(
                random.Next(3) == 0 ? 179.9 - random.Next(2) * 359.8 : RandomDegrees(random, 180),
                random.Next(3) == 0 ? 84.9 - random.Next(2) * 169.8 : RandomDegrees(random, 85));
            GeoShape shape = RandomShape(random);
            var area = new GeoArea(center, shape);
            string[] expected = [.. points.Where(pair => area.Contains(pair.Value, out _)).Select(pair => pair.Key)];
            string[] words = shape.IsBox
                ? ["BYBOX", Text(shape.Width), Text(shape.Height), "m"]
                : ["BYRADIUS", Text(shape.Width), "m"];
            object?[] found = _engine.Run(
                ["GEOSEARCH", "g", "FROMLONLAT", Text(center.Longitude), Text(center.Latitude), .. words]).Items;
            Assert.Equal(expected.Order(), found.Cast<string>().Order());
        }
    }

    [Fact]
    public void Search_AcrossTheDateLine_FindsBothSides()
    {
        _engine.Run("GEOADD", "g", "179.9", "0", "east", "-179.9", "0", "west", "0", "0", "far").Is(3);
        _engine.Run("GEOSEARCH", "g", "FROMMEMBER", "east", "BYRADIUS", "50", "km", "ASC").IsArray("east", "west");
        object?[] box = _engine.Run("GEOSEARCH", "g", "FROMLONLAT", "-180", "0", "BYBOX", "50", "1", "km").Items;
        Assert.Equal(["east", "west"], box.Cast<string>().Order());
    }

    [Fact]
    public void Search_CountWithAny_StopsEarly()
    {
        for (int i = 0; i < 300; i++)
            _engine.Run("GEOADD", "g", Text(i * 0.001), "0", $"m{i}");
        string[] search = ["GEOSEARCH", "g", "FROMLONLAT", "0", "0", "BYRADIUS", "500", "km"];
        Assert.Equal(7, _engine.Run([.. search, "COUNT", "7", "ANY"]).Items.Length);
        _engine.Run([.. search, "COUNT", "3"]).IsArray("m0", "m1", "m2");
        _engine.Run([.. search, "COUNT", "2", "DESC"]).IsArray("m299", "m298");
        Assert.Equal(300, _engine.Run([.. search, "COUNT", "9223372036854775807"]).Items.Length);
    }

    [Fact]
    public void Effects_AreThoseOfScores()
    {
        _engine.Run("GEOADD", "g", "13.361389", "38.115556", "Palermo").Is(1);
        _engine.Run("SET", "to", "v").IsOk();
        _engine.TakeEffects();
        _engine.Run("GEOADD", "g", "NX", "1", "2", "a").Is(1);
        _engine.Run("GEOSEARCHSTORE", "to", "g", "FROMMEMBER", "Palermo", "BYRADIUS", "1", "km").Is(1);
        _engine.Run("GEOSEARCHSTORE", "to", "g", "FROMLONLAT", "100", "0", "BYRADIUS", "1", "km").Is(0);
        Assert.Equal(
            [
                $"db0 ZADD g NX {ScoreOf("a")} a",
                "db0 DEL to",
                "db0 ZADD to 3479099956230698 Palermo",
                "db0 DEL to",
            ],
            _engine.TakeEffects());
    }

    private static double RandomDegrees(Random random, double max) => (random.NextDouble() * 2 - 1) * max;

    private static GeoShape RandomShape(Random random)
    {
        double size = 8_000_000 * Math.Pow(random.NextDouble(), 3);
        return random.Next(2) == 0
            ? GeoShape.Circle(size, GeoUnit.Meters)
            : GeoShape.Box(size, 8_000_000 * Math.Pow(random.NextDouble(), 3), GeoUnit.Meters);
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private string ScoreOf(string member) =>
        Assert.IsType<double>(_engine.Run("ZSCORE", "g", member).Value).ToString("F0", CultureInfo.InvariantCulture);

    private void AddAt(Dictionary<string, GeoPoint> points, string member, double longitude, double latitude)
    {
        _engine.Run("GEOADD", "g", Text(longitude), Text(latitude), member).Is(1);
        points[member] = GeoCode.Decode(GeoCode.Encode(new GeoPoint(longitude, latitude)));
    }
}
