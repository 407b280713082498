using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>How long keys live.</summary>
internal static class ExpiryCases
{
    private const long Minute = 60_000;

    public static IReadOnlyList<DoorCase> All { get; } =
    [
        Of(Ttl_MissingForeverAndSet), Of(Set_Expiry_AllForms), Of(Set_KeepTtl), Of(Expire_Conditions),
        Of(Expire_InThePast_Deletes), Of(ExpireAt_Time), Of(Expire_Missing_IsNotApplied), Of(Persist_RemovesTheExpiry),
        Of(GetAndExpire_SetsAndPersists), Of(Ttl_Extremes_AreRefused),
        Of(GetAndExpire_NotInTheFuture_IsRefused), Of(Expire_NotInTheFuture_Deletes), Of(Expired_IsGone),
    ];

    private static async Task Ttl_MissingForeverAndSet(Door door)
    {
        string key = NewKey();
        Assert.Equal(IKeyDoor.Missing, await door.Keys.TtlMsAsync(key));
        await door.Strings.SetAsync(key, "v");
        Assert.Equal(IKeyDoor.Forever, await door.Keys.TtlMsAsync(key));
        Assert.True(await door.Keys.ExpireAsync(key, Minute));
        Assert.InRange(await door.Keys.TtlMsAsync(key), 1, Minute);
    }

    private static async Task Set_Expiry_AllForms(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "v", new() { TtlMs = Minute });
        Assert.InRange(await door.Keys.TtlMsAsync(key), 1, Minute);
        await door.Strings.SetAsync(key, "v");
        Assert.Equal(IKeyDoor.Forever, await door.Keys.TtlMsAsync(key));
        await door.Strings.SetAsync(key, "v", new() { ExpireAt = DateTimeOffset.UtcNow.AddMilliseconds(Minute) });
        Assert.InRange(await door.Keys.TtlMsAsync(key), 1, Minute);
    }

    private static async Task Set_KeepTtl(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "v", new() { TtlMs = Minute });
        await door.Strings.SetAsync(key, "w", new() { KeepTtl = true });
        Assert.InRange(await door.Keys.TtlMsAsync(key), 1, Minute);
        Assert.Equal("w", await door.Strings.GetAsync(key));
    }

    private static async Task Expire_Conditions(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "v");
        Assert.False(await door.Keys.ExpireAsync(key, Minute, "ifSome"));
        Assert.False(await door.Keys.ExpireAsync(key, Minute, "ifGreater"));
        Assert.True(await door.Keys.ExpireAsync(key, 2 * Minute, "ifNone"));
        Assert.False(await door.Keys.ExpireAsync(key, 3 * Minute, "ifNone"));
        Assert.False(await door.Keys.ExpireAsync(key, Minute, "ifGreater"));
        Assert.True(await door.Keys.ExpireAsync(key, Minute, "ifLess"));
        Assert.True(await door.Keys.ExpireAsync(key, 5 * Minute, "ifSome"));
        Assert.InRange(await door.Keys.TtlMsAsync(key), 4 * Minute, 5 * Minute);
    }

    private static async Task Expire_InThePast_Deletes(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "v");
        Assert.True(await door.Keys.ExpireAtAsync(key, DateTimeOffset.UtcNow.AddMilliseconds(-1)));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task ExpireAt_Time(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "v");
        Assert.True(await door.Keys.ExpireAtAsync(key, DateTimeOffset.UtcNow.AddMilliseconds(Minute)));
        Assert.InRange(await door.Keys.TtlMsAsync(key), 1, Minute);
    }

    private static async Task Expire_Missing_IsNotApplied(Door door)
    {
        string key = NewKey();
        Assert.False(await door.Keys.ExpireAsync(key, Minute));
        Assert.False(await door.Keys.ExpireAtAsync(key, DateTimeOffset.UtcNow.AddMilliseconds(Minute)));
        await door.Keys.PersistAsync(key);
        Assert.Equal(IKeyDoor.Missing, await door.Keys.TtlMsAsync(key));
    }

    private static async Task Persist_RemovesTheExpiry(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "v", new() { TtlMs = Minute });
        await door.Keys.PersistAsync(key);
        Assert.Equal(IKeyDoor.Forever, await door.Keys.TtlMsAsync(key));
    }

    private static async Task GetAndExpire_SetsAndPersists(Door door)
    {
        string key = NewKey();
        Assert.Null(await door.Strings.GetAndExpireAsync(key, Minute));
        await door.Strings.SetAsync(key, "v");
        Assert.Equal("v", await door.Strings.GetAndExpireAsync(key, Minute));
        Assert.InRange(await door.Keys.TtlMsAsync(key), 1, Minute);
        Assert.Equal("v", await door.Strings.GetAndExpireAsync(key, null));
        Assert.Equal(IKeyDoor.Forever, await door.Keys.TtlMsAsync(key));
    }

    private static async Task Ttl_Extremes_AreRefused(Door door)
    {
        string key = NewKey();
        foreach (long ttlMs in (long[])[0, -1, long.MaxValue, long.MinValue])
            await DoorException.ExpectAsync(
                "INVALID_ARGUMENT",
                () => door.Strings.SetAsync(key, "v", new() { TtlMs = ttlMs }),
                "invalid expire time in 'set' command");
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task GetAndExpire_NotInTheFuture_IsRefused(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "v");
        foreach (long ttlMs in (long[])[0, -1])
            await DoorException.ExpectAsync(
                "INVALID_ARGUMENT",
                () => door.Strings.GetAndExpireAsync(key, ttlMs),
                "invalid expire time in 'getex' command");
        Assert.Equal(IKeyDoor.Forever, await door.Keys.TtlMsAsync(key));
    }

    private static async Task Expire_NotInTheFuture_Deletes(Door door)
    {
        string key = NewKey();
        foreach (long ttlMs in (long[])[0, -1, -Minute])
        {
            await door.Strings.SetAsync(key, "v");
            Assert.True(await door.Keys.ExpireAsync(key, ttlMs));
            Assert.False(await door.Keys.ExistsAsync(key));
        }
    }

    private static async Task Expired_IsGone(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "v", new() { TtlMs = 1 });
        long start = Environment.TickCount64;
        while (await door.Strings.GetAsync(key) is not null)
            Assert.True(Environment.TickCount64 - start < Minute / 2, "it is still there");
        Assert.Equal(IKeyDoor.Missing, await door.Keys.TtlMsAsync(key));
    }
}
