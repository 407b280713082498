using Google.Protobuf;
using Grpc.Core;
using WebKv.V1;
using static WebKv.Server.Tests.Grpc.GrpcFixture;

namespace WebKv.Server.Tests.Grpc;

public sealed class ListServiceTests(GrpcFixture grpc) : IClassFixture<GrpcFixture>
{
    private readonly ListService.ListServiceClient _lists = new(grpc.Channel);

    [Theory]
    [InlineData(ListSide.Left, new[] { "4", "3", "2" })]
    [InlineData(ListSide.Right, new[] { "2", "3", "4" })]
    [InlineData(ListSide.Unspecified, new[] { "2", "3", "4" })]
    public async Task PushList_TrimTo_KeepsTheNewest(ListSide side, string[] kept)
    {
        ByteString key = NewKey();
        for (int i = 0; i < 5; i++)
        {
            var request = new PushListRequest { Key = key, Side = side, Values = { Text($"{i}") }, TrimTo = 3 };
            PushListResponse pushed = await _lists.PushListAsync(request, cancellationToken: Token);
            Assert.Equal(Math.Min(3, i + 1), pushed.Length);
        }
        Assert.Equal(kept, await ItemsAsync(key));
    }

    [Fact]
    public async Task Sides_LeftOut_MakeAQueue()
    {
        ByteString key = NewKey();
        await _lists.PushListAsync(new() { Key = key, Values = { Text("a"), Text("b") } }, cancellationToken: Token);
        PopListResponse popped = await _lists.PopListAsync(new() { Keys = { key } }, cancellationToken: Token);
        Assert.Equal((key, "a"), (popped.Key, Assert.Single(popped.Values).ToStringUtf8()));
        Assert.Equal("", popped.Version.Etag);
        Assert.True(popped.Version.Offset > 0);
    }

    [Fact]
    public async Task Missing_IsAbsentOnReads_AndRefusedOnEdits()
    {
        ByteString key = NewKey();
        Assert.False((await _lists.GetListLengthAsync(new() { Key = key }, cancellationToken: Token)).HasLength);
        Assert.False((await _lists.GetListItemAsync(new() { Key = key }, cancellationToken: Token)).HasValue);
        Assert.False((await _lists.PopListAsync(new() { Keys = { key } }, cancellationToken: Token)).HasKey);
        RangeListResponse range = await _lists.RangeListAsync(new() { Key = key }, cancellationToken: Token);
        Assert.Equal((0, 0, ""), (range.Items.Count, range.Length, range.Version.Etag));
        await FailsAsync(
            StatusCode.NotFound, "KEY_NOT_FOUND",
            _lists.SetListItemAsync(new() { Key = key }, cancellationToken: Token));
        await _lists.PushListAsync(new() { Key = key, Values = { Text("a") } }, cancellationToken: Token);
        await FailsAsync(
            StatusCode.OutOfRange, "INDEX_OUT_OF_RANGE",
            _lists.SetListItemAsync(new() { Key = key, Index = 1 }, cancellationToken: Token));
    }

    [Fact]
    public async Task Version_ChangesWithTheList_AndGuardsATransaction()
    {
        ByteString key = NewKey();
        PushListResponse pushed = await _lists.PushListAsync(
            new() { Key = key, Values = { Text("a") } }, cancellationToken: Token);
        RangeListResponse range = await _lists.RangeListAsync(new() { Key = key }, cancellationToken: Token);
        Assert.Equal(pushed.Version.Etag, range.Version.Etag);
        var guarded = new ExecuteTransactionRequest
        {
            Preconditions = { new Precondition { Key = key, Condition = new() { Etag = pushed.Version.Etag } } },
            Operations = { new Operation { PushList = new() { Key = key, Values = { Text("b") } } } },
        };
        Assert.True((await grpc.Transactions.ExecuteTransactionAsync(guarded, cancellationToken: Token)).Committed);
        Assert.False((await grpc.Transactions.ExecuteTransactionAsync(guarded, cancellationToken: Token)).Committed);
        Assert.Equal(["a", "b"], await ItemsAsync(key));
    }

    [Fact]
    public async Task Transaction_EveryKindOfListOperation_GivesItsResult()
    {
        ByteString a = NewKey(), b = NewKey();
        ByteString big = ByteString.CopyFrom(new byte[20_000]);
        var request = new ExecuteTransactionRequest
        {
            Operations =
            {
                new Operation { PushList = new() { Key = a, Values = { Text("x"), Text("y"), Text("x"), big } } },
                new Operation { SetListItem = new() { Key = a, Index = 1, Value = Text("z") } },
                new Operation { InsertListItem = new()
                    { Key = a, Pivot = Text("z"), Value = Text("i"), After = true } },
                new Operation { MoveListItem = new()
                    { Source = a, Destination = b, From = ListSide.Right, To = ListSide.Left } },
                new Operation { RemoveListItems = new() { Key = a, Value = Text("x") } },
                new Operation { TrimList = new() { Key = a, Start = 1 } },
                new Operation { PopList = new() { Keys = { NewKey(), a } } },
            },
        };
        ExecuteTransactionResponse response =
            await grpc.Transactions.ExecuteTransactionAsync(request, cancellationToken: Token);
        Assert.True(response.Committed);
        Assert.Equal(4, response.Results[0].PushList.Length);
        Assert.NotNull(response.Results[1].SetListItem);
        Assert.Equal(5, response.Results[2].InsertListItem.Length);
        Assert.Equal(big, response.Results[3].MoveListItem.Value);
        Assert.Equal(2, response.Results[4].RemoveListItems.Removed);
        Assert.Equal(1, response.Results[5].TrimList.Length);
        Assert.Equal("i", Assert.Single(response.Results[6].PopList.Values).ToStringUtf8());
        Assert.Equal([""], (await ItemsAsync(b)).Select(item => item.Trim('\0')));
    }

    [Fact]
    public async Task RangeList_LargerThanAllowed_IsRefusedAndCanBeAllowed()
    {
        ByteString key = NewKey();
        var push = new PushListRequest { Key = key };
        push.Values.AddRange(Enumerable.Repeat(ByteString.CopyFrom(new byte[1_000_000]), 5));
        await _lists.PushListAsync(push, cancellationToken: Token);
        await FailsAsync(
            StatusCode.ResourceExhausted, "PAYLOAD_TOO_LARGE",
            _lists.RangeListAsync(new() { Key = key }, cancellationToken: Token));
        var allowed = new Metadata { { "webkv-max-reply-bytes", "6000000" } };
        RangeListResponse range = await _lists.RangeListAsync(new() { Key = key }, allowed, cancellationToken: Token);
        Assert.Equal(5, range.Items.Count);
    }

    private async Task<string[]> ItemsAsync(ByteString key)
    {
        RangeListResponse range = await _lists.RangeListAsync(new() { Key = key }, cancellationToken: Token);
        return [.. range.Items.Select(item => item.ToStringUtf8())];
    }
}
