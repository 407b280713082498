using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>Keys as such: what they are, their names, all of them.</summary>
internal static class KeyCases
{
    public static IReadOnlyList<DoorCase> All { get; } =
    [
        Of(Describe_TypeAndEncoding), Of(Exists_And_Delete), Of(Many_AreCounted), Of(Rename_MovesValueAndExpiry),
        Of(Rename_Missing_IsRefused), Of(Rename_TargetExists_NeedsReplace), Of(Copy_TargetExists_NeedsReplace),
        Of(Copy_OntoItself_IsRefused), Of(List_FindsWhatMatches), Of(List_OtherType_IsEmpty), Of(Random_IsOneOfTheKeys),
        Of(Memory_IsCounted),
    ];

    private static async Task Describe_TypeAndEncoding(Door door)
    {
        string key = NewKey();
        Assert.Null(await door.Keys.DescribeAsync(key));
        await door.Strings.SetAsync(key, "12");
        Assert.Equal(new KeyDescription("string", "int"), await door.Keys.DescribeAsync(key));
        await door.Strings.SetAsync(key, new string('x', 100));
        Assert.Equal(new KeyDescription("string", "raw"), await door.Keys.DescribeAsync(key));
    }

    private static async Task Memory_IsCounted(Door door)
    {
        string key = NewKey();
        Assert.Null(await door.Keys.MemoryBytesAsync(key));
        await door.Strings.SetAsync(key, new string('x', 1000));
        Assert.InRange((await door.Keys.MemoryBytesAsync(key)).GetValueOrDefault(), 1000, 1500);
        await door.Strings.SetAsync(key, new string('x', 100_000));
        Assert.InRange((await door.Keys.MemoryBytesAsync(key)).GetValueOrDefault(), 100_000, 101_000);
    }

    private static async Task Exists_And_Delete(Door door)
    {
        string key = NewKey();
        Assert.False(await door.Keys.ExistsAsync(key));
        Assert.False(await door.Keys.DeleteAsync(key));
        await door.Strings.SetAsync(key, "v");
        Assert.True(await door.Keys.ExistsAsync(key));
        Assert.True(await door.Keys.DeleteAsync(key));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task Many_AreCounted(Door door)
    {
        string a = NewKey(), b = NewKey(), missing = NewKey();
        await door.Strings.SetManyAsync((a, "1"), (b, "2"));
        Assert.Equal(3, await door.Keys.CountExistingAsync(a, missing, b, a));
        Assert.Equal(2, await door.Keys.TouchAsync(a, b, missing));
        Assert.Equal(2, await door.Keys.DeleteManyAsync(a, a, missing, b));
        Assert.Equal(0, await door.Keys.CountExistingAsync(a, b));
    }

    private static async Task Rename_MovesValueAndExpiry(Door door)
    {
        string key = NewKey(), to = NewKey();
        await door.Strings.SetAsync(key, "v", new() { TtlMs = 100_000 });
        await door.Keys.RenameAsync(key, to);
        Assert.False(await door.Keys.ExistsAsync(key));
        Assert.Equal("v", await door.Strings.GetAsync(to));
        Assert.InRange(await door.Keys.TtlMsAsync(to), 1, 100_000);
    }

    private static async Task Rename_Missing_IsRefused(Door door)
    {
        await DoorException.ExpectAsync("KEY_NOT_FOUND", () => door.Keys.RenameAsync(NewKey(), NewKey()));
        await DoorException.ExpectAsync(
            "KEY_NOT_FOUND", () => door.Keys.RenameAsync(NewKey(), NewKey(), replace: true));
    }

    private static async Task Rename_TargetExists_NeedsReplace(Door door)
    {
        string key = NewKey(), to = NewKey();
        await door.Strings.SetManyAsync((key, "new"), (to, "old"));
        await DoorException.ExpectAsync("TARGET_EXISTS", () => door.Keys.RenameAsync(key, to));
        Assert.Equal("old", await door.Strings.GetAsync(to));
        await door.Keys.RenameAsync(key, to, replace: true);
        Assert.Equal("new", await door.Strings.GetAsync(to));
    }

    private static async Task Copy_TargetExists_NeedsReplace(Door door)
    {
        string key = NewKey(), to = NewKey();
        Assert.False(await door.Keys.CopyAsync(key, to));
        await door.Strings.SetAsync(key, "v");
        Assert.True(await door.Keys.CopyAsync(key, to));
        await door.Strings.SetAsync(key, "w");
        Assert.False(await door.Keys.CopyAsync(key, to));
        Assert.Equal("v", await door.Strings.GetAsync(to));
        Assert.True(await door.Keys.CopyAsync(key, to, replace: true));
        Assert.Equal(["w", "w"], await door.Strings.GetManyAsync(key, to));
    }

    private static async Task Copy_OntoItself_IsRefused(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "v");
        await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Keys.CopyAsync(key, key));
    }

    private static async Task List_FindsWhatMatches(Door door)
    {
        string prefix = Guid.NewGuid().ToString("N");
        string[] keys = [.. Enumerable.Range(0, 50).Select(i => $"{prefix}:{i}\xFF")];
        await door.Strings.SetManyAsync([.. keys.Select(key => (key, "v"))]);
        string[] expected = [.. keys.Order(StringComparer.Ordinal)];
        List<string> paged = await door.Keys.ListAsync(prefix + "*", pageSize: 7, type: "string");
        Assert.Equal(expected, paged.Distinct().Order(StringComparer.Ordinal));
        List<string> streamed = await door.Keys.StreamAsync(prefix + "*");
        Assert.Equal(expected, streamed.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal([$"{prefix}:7\xFF"], await door.Keys.ListAsync(prefix + ":7?", pageSize: 1000));
    }

    private static async Task List_OtherType_IsEmpty(Door door)
    {
        string key = Guid.NewGuid().ToString("N");
        await door.Strings.SetAsync(key, "v");
        Assert.Empty(await door.Keys.ListAsync(key, pageSize: 1000, type: "hash"));
    }

    private static async Task Random_IsOneOfTheKeys(Door door)
    {
        await door.Strings.SetAsync(NewKey(), "v");
        // Other cases run beside this one and delete theirs, so that it exists cannot be asked for.
        Assert.NotNull(await door.Keys.RandomAsync());
    }
}
