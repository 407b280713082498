using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>Lists: both ends, elements by index and by value, two lists at once.</summary>
internal static class ListCases
{
    private const string Left = "left";
    private const string Right = "right";

    public static IReadOnlyList<DoorCase> All { get; } =
    [
        Of(Push_AddsAtEitherEnd), Of(Push_OnlyIfExists_CreatesNothing), Of(Pop_TakesFromEitherEnd),
        Of(Pop_OfTheLastElement_RemovesTheKey), Of(PopAny_TakesFromTheFirstThatExists), Of(Move_TakesAndAdds),
        Of(Move_OntoItself_Turns), Of(Range_CountsFromBothEnds), Of(Item_ByIndex), Of(SetItem_OutOfRange_IsRefused),
        Of(Insert_BesideThePivot), Of(Remove_ByValue), Of(Trim_KeepsARange), Of(Find_TellsIndexes),
        Of(OtherType_IsRefused), Of(Elements_OfAllBytesAndSizes_AreKept),
    ];

    private static async Task Push_AddsAtEitherEnd(Door door)
    {
        string key = NewKey();
        Assert.Equal(1, await door.Lists.PushAsync(key, Right, false, "b"));
        Assert.Equal(3, await door.Lists.PushAsync(key, Left, false, "a", "0"));
        Assert.Equal(5, await door.Lists.PushAsync(key, Right, true, "c", ""));
        Assert.Equal(["0", "a", "b", "c", ""], await door.Lists.RangeAsync(key, 0, -1));
        Assert.Equal(5, await door.Lists.LengthAsync(key));
    }

    private static async Task Push_OnlyIfExists_CreatesNothing(Door door)
    {
        string key = NewKey();
        Assert.Equal(0, await door.Lists.PushAsync(key, Left, true, "a"));
        Assert.Equal(0, await door.Lists.PushAsync(key, Right, true, "a", "b"));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task Pop_TakesFromEitherEnd(Door door)
    {
        string key = NewKey();
        Assert.Null(await door.Lists.PopAsync(key, Left, 1));
        Assert.Null(await door.Lists.PopAsync(key, Right, 5));
        await door.Lists.PushAsync(key, Right, false, "a", "b", "c", "d");
        Assert.Equal(["a"], (await door.Lists.PopAsync(key, Left, 1))!);
        Assert.Equal(["d", "c"], (await door.Lists.PopAsync(key, Right, 2))!);
        Assert.Equal(["b"], (await door.Lists.PopAsync(key, Left, long.MaxValue))!);
    }

    private static async Task Pop_OfTheLastElement_RemovesTheKey(Door door)
    {
        string key = NewKey();
        await door.Lists.PushAsync(key, Right, false, "a");
        Assert.Equal(["a"], (await door.Lists.PopAsync(key, Right, 1))!);
        Assert.False(await door.Keys.ExistsAsync(key));
        Assert.Equal(0, await door.Lists.LengthAsync(key));
    }

    private static async Task PopAny_TakesFromTheFirstThatExists(Door door)
    {
        string missing = NewKey(), first = NewKey(), second = NewKey();
        Assert.Null(await door.Lists.PopAnyAsync([missing, first], Left, 1));
        await door.Lists.PushAsync(first, Right, false, "a", "b", "c");
        await door.Lists.PushAsync(second, Right, false, "x");
        string[] keys = [missing, first, second];
        (string Key, string[] Values) popped = (await door.Lists.PopAnyAsync(keys, Right, 2))!.Value;
        Assert.Equal(first, popped.Key);
        Assert.Equal(["c", "b"], popped.Values);
        Assert.Equal(1, await door.Lists.LengthAsync(second));
    }

    private static async Task Move_TakesAndAdds(Door door)
    {
        string source = NewKey(), destination = NewKey();
        Assert.Null(await door.Lists.MoveAsync(source, destination, Left, Right));
        await door.Lists.PushAsync(source, Right, false, "a", "b");
        Assert.Equal("b", await door.Lists.MoveAsync(source, destination, Right, Left));
        Assert.Equal("a", await door.Lists.MoveAsync(source, destination, Left, Right));
        Assert.Equal(["b", "a"], await door.Lists.RangeAsync(destination, 0, -1));
        Assert.False(await door.Keys.ExistsAsync(source));
    }

    private static async Task Move_OntoItself_Turns(Door door)
    {
        string key = NewKey();
        await door.Lists.PushAsync(key, Right, false, "a", "b", "c");
        Assert.Equal("c", await door.Lists.MoveAsync(key, key, Right, Left));
        Assert.Equal(["c", "a", "b"], await door.Lists.RangeAsync(key, 0, -1));
    }

    private static async Task Range_CountsFromBothEnds(Door door)
    {
        string key = NewKey();
        Assert.Empty(await door.Lists.RangeAsync(key, 0, -1));
        await door.Lists.PushAsync(key, Right, false, "0", "1", "2", "3", "4");
        Assert.Equal(["1", "2"], await door.Lists.RangeAsync(key, 1, 2));
        Assert.Equal(["3", "4"], await door.Lists.RangeAsync(key, -2, -1));
        Assert.Equal(["0"], await door.Lists.RangeAsync(key, -9, 0));
        Assert.Empty(await door.Lists.RangeAsync(key, 3, 1));
        Assert.Empty(await door.Lists.RangeAsync(key, 0, -6));
        Assert.Empty(await door.Lists.RangeAsync(key, 5, 9));
        Assert.Empty(await door.Lists.RangeAsync(key, long.MaxValue, long.MinValue));
        Assert.Equal(["0", "1", "2", "3", "4"], await door.Lists.RangeAsync(key, long.MinValue, long.MaxValue));
    }

    private static async Task Item_ByIndex(Door door)
    {
        string key = NewKey();
        Assert.Null(await door.Lists.GetItemAsync(key, 0));
        await door.Lists.PushAsync(key, Right, false, "a", "b", "c");
        Assert.Equal("a", await door.Lists.GetItemAsync(key, 0));
        Assert.Equal("c", await door.Lists.GetItemAsync(key, -1));
        Assert.Null(await door.Lists.GetItemAsync(key, 3));
        Assert.Null(await door.Lists.GetItemAsync(key, long.MinValue));
        await door.Lists.SetItemAsync(key, -2, "x\0\xFF");
        Assert.Equal(["a", "x\0\xFF", "c"], await door.Lists.RangeAsync(key, 0, -1));
    }

    private static async Task SetItem_OutOfRange_IsRefused(Door door)
    {
        string key = NewKey();
        await DoorException.ExpectAsync("KEY_NOT_FOUND", () => door.Lists.SetItemAsync(key, 0, "x"));
        await door.Lists.PushAsync(key, Right, false, "a");
        foreach (long index in (long[])[1, -2, long.MaxValue, long.MinValue])
            await DoorException.ExpectAsync("INDEX_OUT_OF_RANGE", () => door.Lists.SetItemAsync(key, index, "x"));
        Assert.Equal(["a"], await door.Lists.RangeAsync(key, 0, -1));
    }

    private static async Task Insert_BesideThePivot(Door door)
    {
        string key = NewKey();
        Assert.Null(await door.Lists.InsertAsync(key, before: true, "b", "a"));
        await door.Lists.PushAsync(key, Right, false, "b", "b");
        Assert.Equal(3, await door.Lists.InsertAsync(key, before: true, "b", "a"));
        Assert.Equal(4, await door.Lists.InsertAsync(key, before: false, "b", "c"));
        Assert.Null(await door.Lists.InsertAsync(key, before: true, "none", "x"));
        Assert.Equal(["a", "b", "c", "b"], await door.Lists.RangeAsync(key, 0, -1));
    }

    private static async Task Remove_ByValue(Door door)
    {
        string key = NewKey();
        Assert.Equal(0, await door.Lists.RemoveAsync(key, 0, "x"));
        await door.Lists.PushAsync(key, Right, false, "x", "a", "x", "b", "x", "x");
        Assert.Equal(1, await door.Lists.RemoveAsync(key, 1, "x"));
        Assert.Equal(2, await door.Lists.RemoveAsync(key, -2, "x"));
        Assert.Equal(["a", "x", "b"], await door.Lists.RangeAsync(key, 0, -1));
        Assert.Equal(1, await door.Lists.RemoveAsync(key, long.MinValue, "x"));
        Assert.Equal(0, await door.Lists.RemoveAsync(key, long.MaxValue, "x"));
    }

    private static async Task Trim_KeepsARange(Door door)
    {
        string key = NewKey();
        await door.Lists.TrimAsync(key, 0, 1);
        await door.Lists.PushAsync(key, Right, false, "a", "b", "c", "d");
        await door.Lists.TrimAsync(key, 1, -2);
        Assert.Equal(["b", "c"], await door.Lists.RangeAsync(key, 0, -1));
        await door.Lists.TrimAsync(key, long.MinValue, long.MaxValue);
        Assert.Equal(2, await door.Lists.LengthAsync(key));
        await door.Lists.TrimAsync(key, 2, 1);
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task Find_TellsIndexes(Door door)
    {
        string key = NewKey();
        Assert.Empty(await door.Lists.FindAsync(key, "x"));
        await door.Lists.PushAsync(key, Right, false, "x", "a", "x", "x", "a&=/%");
        Assert.Equal((long[])[0], await door.Lists.FindAsync(key, "x"));
        Assert.Equal((long[])[2, 3], await door.Lists.FindAsync(key, "x", rank: 2, count: 0));
        Assert.Equal((long[])[3, 2], await door.Lists.FindAsync(key, "x", rank: -1, count: 2));
        Assert.Equal((long[])[0], await door.Lists.FindAsync(key, "x", count: 0, maxLen: 2));
        Assert.Equal((long[])[4], await door.Lists.FindAsync(key, "a&=/%"));
        Assert.Empty(await door.Lists.FindAsync(key, "y", count: 0));
    }

    private static async Task OtherType_IsRefused(Door door)
    {
        string key = NewKey(), list = NewKey();
        await door.Strings.SetAsync(key, "text");
        await door.Lists.PushAsync(list, Right, false, "a");
        foreach (Func<Task> use in (Func<Task>[])
        [
            () => door.Lists.PushAsync(key, Left, false, "x"), () => door.Lists.PushAsync(key, Right, true, "x", "y"),
            () => door.Lists.PopAsync(key, Left, 1), () => door.Lists.PopAnyAsync([NewKey(), key], Right, 2),
            () => door.Lists.MoveAsync(key, list, Left, Left), () => door.Lists.MoveAsync(list, key, Left, Left),
            () => door.Lists.RangeAsync(key, 0, -1), () => door.Lists.SetItemAsync(key, 0, "x"),
            () => door.Lists.InsertAsync(key, before: true, "x", "y"), () => door.Lists.RemoveAsync(key, 0, "x"),
            () => door.Lists.TrimAsync(key, 0, 0), () => door.Lists.FindAsync(key, "x"),
            () => door.Lists.LengthAsync(key), () => door.Strings.AppendAsync(list, "x"),
        ])
            await DoorException.ExpectAsync("WRONG_TYPE", use);
        Assert.Equal("text", await door.Strings.GetAsync(key));
        Assert.Equal(["a"], await door.Lists.RangeAsync(list, 0, -1));
    }

    private static async Task Elements_OfAllBytesAndSizes_AreKept(Door door)
    {
        string key = NewKey();
        string all = string.Concat(Enumerable.Range(0, 256).Select(b => (char)b));
        string[] elements = [all, "", "12", "012", "-0", "\xC3\x28", new string('x', 10_000), new string('y', 100_000)];
        Assert.Equal(elements.Length, await door.Lists.PushAsync(key, Right, false, elements));
        Assert.Equal(elements, await door.Lists.RangeAsync(key, 0, -1));
        for (int i = 0; i < elements.Length; i++)
            Assert.Equal(elements[i], await door.Lists.GetItemAsync(key, i));
        Assert.Equal(elements, (await door.Lists.PopAsync(key, Left, elements.Length))!);
    }
}
