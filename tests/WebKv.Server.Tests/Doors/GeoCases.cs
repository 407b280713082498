using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>Places: where members are, how far apart, and what is near.</summary>
internal static class GeoCases
{
    private static readonly Placed Palermo = new("Palermo", 13.361389, 38.115556);
    private static readonly Placed Catania = new("Catania", 15.087269, 37.502669);
    private static readonly Placed Rome = new("Rome", 12.496366, 41.902782);

    private static readonly (double Longitude, double Latitude) PalermoKept = (13.361389338970184, 38.1155563954963);

    public static IReadOnlyList<DoorCase> All { get; } =
    [
        Of(Geo_AddAndMove), Of(Geo_Hashes), Of(Geo_Distances), Of(Geo_SearchInCircles), Of(Geo_SearchInBoxes),
        Of(Geo_SearchWithLimits), Of(Geo_Store), Of(Geo_AnyBytes), Of(Geo_MissingKey_IsEmpty),
        Of(Geo_OtherType_IsRefused), Of(Geo_BadArguments_AreRefused),
    ];

    private static async Task Geo_AddAndMove(Door door)
    {
        string key = NewKey();
        Assert.Equal((2, 0), await door.Geo.AddAsync(key, "", Palermo, Catania));
        Assert.Equal((1, 0), await door.Geo.AddAsync(key, "ifAbsent", Palermo with { Latitude = 1 }, Rome));
        Assert.Equal((0, 1), await door.Geo.AddAsync(key, "ifPresent", Rome with { Latitude = 1 }, new("x", 1, 1)));
        Assert.Equal((0, 1), await door.Geo.AddAsync(key, "", Palermo, Rome));
        (double Longitude, double Latitude)?[] places =
            await door.Geo.PositionsAsync(key, "Palermo", "x", "Rome", "Palermo");
        Assert.Equal([PalermoKept, null, PalermoKept], [places[0], places[1], places[3]]);
        Assert.Equal(Rome.Latitude, places[2]!.Value.Latitude, 4);
        Assert.Equal(3, await door.SortedSets.CountAsync(key));
        Assert.Equal(new KeyDescription("zset", "listpack"), await door.Keys.DescribeAsync(key));
    }

    private static async Task Geo_Hashes(Door door)
    {
        string key = NewKey();
        await door.Geo.AddAsync(key, "", Palermo, Catania);
        Assert.Equal(
            ["sqc8b49rny0", null, "sqdtr74hyu0"], await door.Geo.HashesAsync(key, "Palermo", "x", "Catania"));
    }

    private static async Task Geo_Distances(Door door)
    {
        string key = NewKey();
        await door.Geo.AddAsync(key, "", Palermo, Catania);
        foreach ((string unit, double distance) in ((string, double)[])
            [("m", 166274.1516), ("km", 166.2742), ("mi", 103.3182), ("ft", 545518.8700)])
            AssertNear(distance, await door.Geo.DistanceAsync(key, "Palermo", "Catania", unit));
        AssertNear(0, await door.Geo.DistanceAsync(key, "Palermo", "Palermo", "m"));
        Assert.Null(await door.Geo.DistanceAsync(key, "Palermo", "x", "m"));
        Assert.Null(await door.Geo.DistanceAsync(key, "x", "Palermo", "m"));
    }

    private static async Task Geo_SearchInCircles(Door door)
    {
        string key = NewKey();
        await door.Geo.AddAsync(key, "", Palermo, Catania, Rome);
        var search = new GeoAsk { Point = (15, 37), Radius = 200, Unit = "km", NearestFirst = true };
        GeoFound[] found = await door.Geo.SearchAsync(key, search);
        Assert.Equal(["Catania", "Palermo"], found.Select(each => each.Member));
        AssertNear(56.4413, found[0].Distance);
        AssertNear(190.4424, found[1].Distance);
        Assert.Equal(PalermoKept, found[1].Place);
        await AssertFindsAsync(door, key, search with { NearestFirst = false }, "Palermo", "Catania");
        await AssertFindsAsync(door, key, search with { Radius = 190.4 }, "Catania");
        await AssertFindsAsync(door, key, search with { Radius = 10 });
        var around = new GeoAsk { Member = "Rome", Radius = 0 };
        await AssertFindsAsync(door, key, around, "Rome");
        await AssertFindsAsync(door, key, around with { Radius = 300, Unit = "mi", NearestFirst = true },
            "Rome", "Palermo");
    }

    private static async Task Geo_SearchInBoxes(Door door)
    {
        string key = NewKey();
        await door.Geo.AddAsync(key, "", Palermo, Catania, Rome);
        var search = new GeoAsk { Point = (15, 37), Box = (400, 400), Unit = "km", NearestFirst = true };
        await AssertFindsAsync(door, key, search, "Catania", "Palermo");
        // Palermo is 124 km to the north, and Catania 56.
        await AssertFindsAsync(door, key, search with { Box = (400, 200) }, "Catania");
        await AssertFindsAsync(door, key, search with { Box = (200, 400) }, "Catania");
        await AssertFindsAsync(door, key, search with { Box = (0, 0) });
    }

    private static async Task Geo_SearchWithLimits(Door door)
    {
        string key = NewKey();
        await door.Geo.AddAsync(key, "", Palermo, Catania, Rome);
        var search = new GeoAsk { Member = "Catania", Radius = 1e7, Limit = 2 };
        await AssertFindsAsync(door, key, search, "Catania", "Palermo");
        await AssertFindsAsync(door, key, search with { NearestFirst = false }, "Rome", "Palermo");
        await AssertFindsAsync(door, key, search with { Limit = long.MaxValue }, "Catania", "Palermo", "Rome");
        Assert.Single(await door.Geo.SearchAsync(key, search with { Limit = 1, Any = true }));
    }

    private static async Task Geo_Store(Door door)
    {
        string key = NewKey(), to = NewKey();
        await door.Geo.AddAsync(key, "", Palermo, Catania, Rome);
        await door.Strings.SetAsync(to, "another type");
        var search = new GeoAsk { Point = (15, 37), Radius = 200, Unit = "km" };
        Assert.Equal(2, await door.Geo.StoreAsync(key, to, search));
        Assert.Equal([PalermoKept, null], await door.Geo.PositionsAsync(to, "Palermo", "Rome"));
        Assert.Equal(2, await door.Geo.StoreAsync(key, to, search, distances: true));
        double?[] scores = await door.SortedSets.ScoresAsync(to, "Catania", "Palermo");
        AssertNear(56.4413, scores[0]);
        AssertNear(190.4424, scores[1]);
        Assert.Equal(0, await door.Geo.StoreAsync(key, to, search with { Radius = 1 }));
        Assert.False(await door.Keys.ExistsAsync(to));
        Assert.Equal(1, await door.Geo.StoreAsync(key, key, search with { Limit = 1 }));
        Assert.Equal(1, await door.SortedSets.CountAsync(key));
    }

    private static async Task Geo_AnyBytes(Door door)
    {
        string key = NewKey();
        string[] odd = ["", "a/b", "\0\xFF\r\n", new('m', 20_000)];
        Assert.Equal((4, 0), await door.Geo.AddAsync(key, "", [.. odd.Select((each, i) => new Placed(each, i, i))]));
        Assert.DoesNotContain(null, await door.Geo.PositionsAsync(key, odd));
        var all = new GeoAsk { Member = "\0\xFF\r\n", Radius = 2000, Unit = "km" };
        GeoFound[] found = await door.Geo.SearchAsync(key, all);
        Assert.Equal(odd.ToHashSet(), found.Select(each => each.Member).ToHashSet());
        Assert.NotNull(await door.Geo.DistanceAsync(key, "a/b", "\0\xFF\r\n", "m"));
    }

    private static async Task Geo_MissingKey_IsEmpty(Door door)
    {
        string key = NewKey();
        Assert.Equal([null], await door.Geo.PositionsAsync(key, "a"));
        Assert.Equal([null], await door.Geo.HashesAsync(key, "a"));
        Assert.Null(await door.Geo.DistanceAsync(key, "a", "b", "m"));
        await AssertFindsAsync(door, key, new GeoAsk { Member = "a", Radius = 1 });
        Assert.Equal(0, await door.Geo.StoreAsync(key, NewKey(), new GeoAsk { Member = "a", Radius = 1 }));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task Geo_OtherType_IsRefused(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "v");
        var search = new GeoAsk { Point = (1, 1), Radius = 1 };
        foreach (Func<Task> call in (Func<Task>[])
        [
            () => door.Geo.AddAsync(key, "", Palermo), () => door.Geo.PositionsAsync(key, "a"),
            () => door.Geo.HashesAsync(key, "a"), () => door.Geo.DistanceAsync(key, "a", "b", "m"),
            () => door.Geo.SearchAsync(key, search), () => door.Geo.StoreAsync(key, NewKey(), search),
        ])
            await DoorException.ExpectAsync(
                "WRONG_TYPE", call, "Operation against a key holding the wrong kind of value");
        Assert.Equal("v", await door.Strings.GetAsync(key));
    }

    private static async Task Geo_BadArguments_AreRefused(Door door)
    {
        string key = NewKey(), to = NewKey();
        await door.Geo.AddAsync(key, "", Palermo);
        var good = new GeoAsk { Member = "Palermo", Radius = 1 };
        foreach (Func<Task> call in (Func<Task>[])
        [
            () => door.Geo.AddAsync(key, "", Catania, new("x", 180.1, 0)),
            () => door.Geo.AddAsync(key, "", Catania, new("x", 0, -85.06)),
            () => door.Geo.DistanceAsync(key, "Palermo", "Palermo", "parsec"),
            () => door.Geo.SearchAsync(key, good with { Member = "x" }),
            () => door.Geo.SearchAsync(key, good with { Unit = "parsec" }),
            () => door.Geo.SearchAsync(key, good with { Radius = -1 }),
            () => door.Geo.SearchAsync(key, good with { Member = null, Point = (0, 91) }),
            () => door.Geo.SearchAsync(key, good with { Radius = null, Box = (1, -1) }),
            () => door.Geo.SearchAsync(key, good with { Limit = 0 }),
            () => door.Geo.SearchAsync(key, good with { Limit = long.MinValue }),
            () => door.Geo.SearchAsync(key, good with { Any = true }),
            () => door.Geo.StoreAsync(key, to, good with { Member = "x" }),
            () => door.Geo.StoreAsync(key, to, good with { Radius = -1 }),
        ])
            await DoorException.ExpectAsync("INVALID_ARGUMENT", call);
        Assert.Equal(1, await door.SortedSets.CountAsync(key));
        Assert.False(await door.Keys.ExistsAsync(to));
    }

    private static async Task AssertFindsAsync(Door door, string key, GeoAsk search, params string[] members) =>
        Assert.Equal(members, (await door.Geo.SearchAsync(key, search)).Select(each => each.Member));

    // RESP tells four decimals.
    private static void AssertNear(double expected, double? actual) =>
        Assert.InRange(Assert.NotNull(actual), expected - 1e-4, expected + 1e-4);
}
