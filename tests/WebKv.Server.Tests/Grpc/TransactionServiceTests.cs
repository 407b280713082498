using Google.Protobuf;
using Grpc.Core;
using WebKv.V1;
using static WebKv.Server.Tests.Grpc.GrpcFixture;

namespace WebKv.Server.Tests.Grpc;

public sealed class TransactionServiceTests(GrpcFixture grpc) : IClassFixture<GrpcFixture>
{
    [Fact]
    public async Task ExecuteTransaction_EveryKindOfOperation_GivesItsResult()
    {
        ByteString a = NewKey(), b = NewKey(), c = NewKey();
        ExecuteTransactionResponse response = await RunAsync(
            new() { SetString = new() { Key = a, Value = Text("1"), ReturnPrevious = true } },
            new() { IncrementString = new() { Key = a, Delta = 4 } },
            new() { IncrementStringFloat = new() { Key = a, Delta = 0.5 } },
            new() { AppendString = new() { Key = a, Value = Text("0") } },
            new() { SetStringRange = new() { Key = a, Offset = 0, Value = Text("7") } },
            new() { BatchSetStrings = new() { Items = { new KeyValue { Key = b, Value = Text("x") } } } },
            new() { SetBit = new() { Key = b, Offset = 0, Bit = true } },
            new() { CombineBits = new() { Operation = BitOperation.Or, Destination = c, Sources = { a, b } } },
            new() { CopyKey = new() { Key = a, Destination = b, Replace = true } },
            new() { RenameKey = new() { Key = b, Destination = c, Replace = true } },
            new() { TouchKeys = new() { Keys = { a, b, c } } },
            new() { SetExpiration = new() { Key = c, Ttl = new() { Seconds = 60 } } },
            new() { ClearExpiration = new() { Key = c } },
            new() { GetAndExpireString = new() { Key = c, Ttl = new() { Seconds = 60 } } },
            new() { RawCommand = new() { Args = { Line("MGET"), a, b } } },
            new() { GetAndDeleteString = new() { Key = a } },
            new() { DeleteKeys = new() { Keys = { a, c } } });
        Assert.True(response.Committed);
        Assert.Equal(17, response.Results.Count);
        Assert.DoesNotContain(response.Results, result => result.ResultCase is
            OperationResult.ResultOneofCase.None or OperationResult.ResultOneofCase.Error);
        Assert.Equal(5, response.Results[1].IncrementString.Value);
        Assert.Equal(5.5, response.Results[2].IncrementStringFloat.Value);
        Assert.Equal("7.50", response.Results[13].GetAndExpireString.Value.ToStringUtf8());
        Assert.Equal("7.50", response.Results[14].Reply.ArrayValue.Items[0].BytesValue.ToStringUtf8());
        Assert.Equal(Reply.KindOneofCase.NullValue, response.Results[14].Reply.ArrayValue.Items[1].KindCase);
        Assert.Equal([true, false, true], response.Results[10].TouchKeys.Touched);
        Assert.Equal([false, true], response.Results[16].DeleteKeys.Deleted);
        Assert.True(response.Version.Offset > 0);
        Assert.Equal(response.Version.Offset, response.Results[1].IncrementString.Version.Offset);
        Assert.NotEqual(
            response.Results[0].SetString.Version.Etag, response.Results[1].IncrementString.Version.Etag);
    }

    [Fact]
    public async Task ExecuteTransaction_EveryKindOfSetOperation_GivesItsResult()
    {
        ByteString a = NewKey(), b = NewKey();
        ExecuteTransactionResponse response = await RunAsync(
            new() { AddSetMembers = new() { Key = a, Members = { Text("1"), Text("2"), Text("3") } } },
            new() { RemoveSetMembers = new() { Key = a, Members = { Text("3") } } },
            new() { MoveSetMember = new() { Key = a, Destination = b, Member = Text("2") } },
            new() { StoreCombinedSets = new() { Operation = SetOperation.Union, Keys = { a, b }, Destination = b } },
            new() { PopSetMembers = new() { Key = b, Count = 9 } });
        Assert.True(response.Committed);
        Assert.Equal(3, response.Results[0].AddSetMembers.Added);
        Assert.Equal(1, response.Results[1].RemoveSetMembers.Removed);
        Assert.True(response.Results[2].MoveSetMember.Moved);
        Assert.Equal(2, response.Results[3].StoreCombinedSets.Count);
        Assert.Equal(2, response.Results[4].PopSetMembers.Members.Count);
        Assert.Equal("", response.Results[4].PopSetMembers.Version.Etag);
        Assert.Equal(response.Version.Offset, response.Results[0].AddSetMembers.Version.Offset);
    }

    [Fact]
    public async Task ExecuteTransaction_EveryKindOfStreamOperation_GivesItsResult()
    {
        ByteString key = NewKey(), group = Text("g"), alice = Text("alice"), bob = Text("bob");
        var field = new FieldValue { Field = Text("f"), Value = Text("v") };
        var offset = new StreamOffset { Key = key };
        ExecuteTransactionResponse response = await RunAsync(
            new() { AppendStream = new() { Key = key, Id = "1-1", Fields = { field } } },
            new() { AppendStream = new() { Key = key, Id = "2-2", Fields = { field } } },
            new() { CreateGroup = new() { Key = key, Group = group, Start = "0" } },
            new() { CreateConsumer = new() { Key = key, Group = group, Consumer = bob } },
            new() { ReadGroup = new() { Group = group, Consumer = alice, Streams = { offset } } },
            new() { ClaimEntries = new() { Key = key, Group = group, Consumer = bob, Ids = { "1-1" } } },
            new() { AcknowledgeEntries = new() { Key = key, Group = group, Ids = { "1-1", "9-9" } } },
            new() { AutoClaimEntries = new() { Key = key, Group = group, Consumer = bob } },
            new() { SetGroupPosition = new() { Key = key, Group = group, Id = "$" } },
            new() { DeleteConsumer = new() { Key = key, Group = group, Consumer = bob } },
            new() { DeleteGroup = new() { Key = key, Group = group } },
            new() { DeleteStreamEntries = new() { Key = key, Ids = { "1-1" } } },
            new() { TrimStream = new() { Key = key, Trim = new() { MaxLength = 0 } } });
        Assert.True(response.Committed);
        Assert.DoesNotContain(response.Results, result => result.ResultCase is
            OperationResult.ResultOneofCase.None or OperationResult.ResultOneofCase.Error);
        Assert.Equal(2, response.Results[4].ReadGroup.Streams[0].Entries.Count);
        Assert.Equal("1-1", response.Results[5].ClaimEntries.Entries[0].Id);
        Assert.Equal(1, response.Results[6].AcknowledgeEntries.AcknowledgedCount);
        Assert.Equal("2-2", response.Results[7].AutoClaimEntries.Entries[0].Id);
        Assert.Equal(1, response.Results[9].DeleteConsumer.PendingCount);
        Assert.Equal(1, response.Results[12].TrimStream.RemovedCount);
        Assert.Equal(response.Version.Offset, response.Results[0].AppendStream.Version.Offset);
    }

    [Fact]
    public async Task ExecuteTransaction_OperationFails_OthersStand()
    {
        ByteString key = NewKey();
        ExecuteTransactionResponse response = await RunAsync(
            new() { SetString = new() { Key = key, Value = Text("text") } },
            new() { IncrementString = new() { Key = key } },
            new() { RawCommand = new() { Args = { Line("INCR"), key } } },
            new() { RenameKey = new() { Key = NewKey(), Destination = key } },
            new() { AppendString = new() { Key = key, Value = Text("!") } });
        Assert.True(response.Committed);
        Assert.Equal("NOT_AN_INTEGER", response.Results[1].Error.Code);
        Assert.Equal("NOT_AN_INTEGER", response.Results[2].Error.Code);
        Assert.Equal("KEY_NOT_FOUND", response.Results[3].Error.Code);
        Assert.Equal("text!", await grpc.GetAsync(key));
    }

    [Fact]
    public async Task ExecuteTransaction_PreconditionsFail_RunsNothingAndNamesThem()
    {
        ByteString key = NewKey(), other = NewKey();
        await grpc.SetAsync(key, "v");
        string etag = await grpc.EtagAsync(key);
        var request = new ExecuteTransactionRequest
        {
            Preconditions =
            {
                new Precondition { Key = key, Condition = new() { Etag = etag } },
                new Precondition { Key = key, Condition = new() { Absent = new() } },
                new Precondition { Key = other, Condition = new() { Absent = new() } },
                new Precondition { Key = other, Condition = new() { Equal = ByteString.Empty } },
            },
            Operations = { new Operation { SetString = new() { Key = key, Value = Text("w") } } },
        };
        ExecuteTransactionResponse response =
            await grpc.Transactions.ExecuteTransactionAsync(request, cancellationToken: Token);
        Assert.False(response.Committed);
        Assert.Equal([1, 3], response.FailedPreconditionIndexes);
        Assert.Empty(response.Results);
        Assert.Equal("v", await grpc.GetAsync(key));

        request.Preconditions.RemoveAt(3);
        request.Preconditions.RemoveAt(1);
        response = await grpc.Transactions.ExecuteTransactionAsync(request, cancellationToken: Token);
        Assert.True(response.Committed);
        Assert.Equal("w", await grpc.GetAsync(key));
    }

    [Fact]
    public async Task ExecuteTransaction_ConcurrentIncrements_LoseNone()
    {
        ByteString a = NewKey(), b = NewKey();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => RunAsync(
            new() { IncrementString = new() { Key = a } },
            new() { RawCommand = new() { Args = { Line("DECR"), b } } })));
        Assert.Equal("200", await grpc.GetAsync(a));
        Assert.Equal("-200", await grpc.GetAsync(b));
    }

    [Theory]
    [InlineData("NOPE")]
    [InlineData("GET")]
    [InlineData("MULTI")]
    public async Task ExecuteTransaction_CommandThatCannotBe_AbortsAll(string name)
    {
        ByteString key = NewKey();
        Google.Rpc.Status status = await FailsAsync(StatusCode.InvalidArgument, "EXEC_ABORTED",
            grpc.Transactions.ExecuteTransactionAsync(
                new()
                {
                    Operations =
                    {
                        new Operation { SetString = new() { Key = key } },
                        new Operation { RawCommand = new() { Args = { Line(name) } } },
                    },
                },
                cancellationToken: Token));
        Assert.Equal(["operations[1].raw_command"], ViolationsOf(status));
        Assert.Null(await grpc.GetAsync(key));
    }

    [Fact]
    public async Task ExecuteTransaction_Malformed_NamesTheFields()
    {
        Google.Rpc.Status status = await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Transactions.ExecuteTransactionAsync(
                new()
                {
                    Preconditions = { new Precondition() },
                    Operations =
                    {
                        new Operation(),
                        new Operation { RawCommand = new() },
                        new Operation { SetString = new() { Expiration = new() } },
                        new Operation { SetBit = new() { Offset = -1 } },
                    },
                },
                cancellationToken: Token));
        Assert.Equal(
            [
                "preconditions[0].condition",
                "operations[0].kind",
                "operations[1].raw_command",
                "operations[2].set_string.expiration.kind",
                "operations[3].set_bit.offset",
            ],
            ViolationsOf(status));
    }

    [Fact]
    public async Task ExecuteTransaction_ResultsBeyondTheLimit_AreRefused()
    {
        ByteString key = NewKey();
        await grpc.SetAsync(key, new string('x', 1_500_000));
        Operation get = new() { RawCommand = new() { Args = { Line("GET"), key } } };
        await FailsAsync(StatusCode.ResourceExhausted, "PAYLOAD_TOO_LARGE",
            grpc.Transactions.ExecuteTransactionAsync(
                new() { Operations = { get, get, get } }, cancellationToken: Token));
    }

    private async Task<ExecuteTransactionResponse> RunAsync(params Operation[] operations) =>
        await grpc.Transactions.ExecuteTransactionAsync(
            new ExecuteTransactionRequest { Operations = { operations } }, cancellationToken: Token);
}
