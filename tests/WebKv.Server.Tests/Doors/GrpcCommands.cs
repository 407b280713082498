using WebKv.V1;
using static WebKv.Server.Tests.Doors.GrpcPeer;

namespace WebKv.Server.Tests.Doors;

/// <summary>Commands over gRPC.</summary>
public sealed class GrpcCommands(
    CommandService.CommandServiceClient commands,
    TransactionService.TransactionServiceClient transactions,
    GrpcPeer peer) : ICommandDoor
{
    public async Task<object?> RunAsync(params string[] line)
    {
        var request = new ExecuteCommandRequest { Args = { Many(line) } };
        return Translate((await AnswerAsync(commands.ExecuteCommandAsync(request, peer.Options))).Reply);
    }

    public async Task<object?[]> PipelineAsync(params string[][] lines)
    {
        using var call = commands.Pipeline(peer.Options);
        foreach (string[] line in lines)
            await call.RequestStream.WriteAsync(new() { Commands = { new Command { Args = { Many(line) } } } });
        await call.RequestStream.CompleteAsync();
        var replies = new List<object?>();
        while (await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
            replies.AddRange(call.ResponseStream.Current.Replies.Select(reply =>
                reply.Error is { } error ? new DoorException(error.Code) : Translate(reply.Reply)));
        return [.. replies];
    }

    public async Task<object?[]?> TransactAsync(KeyPrecondition[] preconditions, params string[][] lines)
    {
        var request = new ExecuteTransactionRequest
        {
            Preconditions = { preconditions.Select(Translate) },
            Operations = { lines.Select(line => new Operation { RawCommand = new() { Args = { Many(line) } } }) },
        };
        var response = await AnswerAsync(transactions.ExecuteTransactionAsync(request, peer.Options));
        if (!response.Committed)
            return null;
        return [.. response.Results.Select(result =>
            result.Error is { } error ? new DoorException(error.Code) : Translate(result.Reply))];
    }

    private static Precondition Translate(KeyPrecondition precondition) => new()
    {
        Key = Bytes(precondition.Key),
        Condition = precondition switch
        {
            { EqualTo: { } content } => new() { Equal = Bytes(content) },
            { Exists: true } => new() { Present = new() },
            _ => new() { Absent = new() },
        },
    };

    private static object? Translate(Reply reply) => reply.KindCase switch
    {
        Reply.KindOneofCase.NullValue => null,
        Reply.KindOneofCase.IntegerValue => reply.IntegerValue,
        Reply.KindOneofCase.DoubleValue => reply.DoubleValue,
        Reply.KindOneofCase.BooleanValue => reply.BooleanValue,
        Reply.KindOneofCase.StatusValue => reply.StatusValue,
        Reply.KindOneofCase.BytesValue => Text(reply.BytesValue),
        Reply.KindOneofCase.ErrorValue => new DoorException(reply.ErrorValue.Code),
        Reply.KindOneofCase.ArrayValue => reply.ArrayValue.Items.Select(Translate).ToArray(),
        _ => throw new InvalidDataException($"no such reply in these cases: {reply.KindCase}"),
    };
}
