using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Rpc;
using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Sessions;
using WebKv.Server.Grpc.Errors;
using WebKv.Server.Grpc.Messages;
using WebKv.Server.Grpc.Wire;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Transactions;

/// <summary>
/// The operations of one transaction: prepared ahead of the locks, run under them, completed after them.
/// </summary>
/// <remarks>What is slow is done outside: command lines, blobs and the hashes of preconditions before, the messages of
/// raw replies after. Under the locks there is nothing but the commands and the small messages of typed results.
/// </remarks>
internal sealed class TransactionRun(
    CommandScope commands, OperationScope scope, RepeatedField<Operation> operations) : IDisposable
{
    private readonly RawStep?[] _rawSteps = new RawStep?[operations.Count];
    private readonly OperationResult[] _results = new OperationResult[operations.Count];
    private readonly ReplyMessageWriter _writer = new();
    private KeySet _keys = new(commands.Engine.ShardCount);

    /// <summary>The shards of everything that the operations may touch.</summary>
    public KeySet Keys => _keys;

    /// <summary>Whether the memory limit is reached and an operation needs memory.</summary>
    public bool NeedsRefusedMemory { get; private set; }

    /// <summary>Throws the call's status when an operation cannot be part of a transaction.</summary>
    public void Prepare()
    {
        for (int i = 0; i < operations.Count; i++)
        {
            if (operations[i].KindCase == Operation.KindOneofCase.RawCommand)
                PrepareRaw(i);
            else
                PrepareTyped(operations[i]);
        }
    }

    /// <summary>Runs the operations in order, under the locks of <see cref="Keys"/>.</summary>
    public void RunAll()
    {
        for (int i = 0; i < operations.Count; i++)
        {
            var result = _results[i] = new OperationResult();
            if (_rawSteps[i] is { } raw)
                raw.Run(commands, scope, _writer);
            else if (TypedSteps.Of(operations[i].KindCase).Run(scope, operations[i], result) is { } error)
                result.Error = ErrorMessage.Of(error);
        }
    }

    public void CompleteResults(RepeatedField<OperationResult> results)
    {
        for (int i = 0; i < _results.Length; i++)
            _rawSteps[i]?.Complete(_results[i]);
        results.Add(_results);
    }

    public void Dispose()
    {
        foreach (RawStep? raw in _rawSteps)
            raw?.Dispose();
    }

    private void PrepareTyped(Operation operation)
    {
        TypedStep step = TypedSteps.Of(operation.KindCase);
        foreach (ByteString key in step.Keys(operation))
            _keys.Add(Key.Of(key.Span));
        foreach (ByteString value in step.Values(operation))
            scope.ValueOf(value);
        if (operation.SetString is { } set && Conditions.BeyondSet(set.Key, set.Condition) is { } precondition)
            commands.Context.Prepare(precondition);
        NeedsRefusedMemory |= commands.Engine.RefusesForMemory(step.Info);
    }

    private void PrepareRaw(int index)
    {
        if (RawStep.Create(commands, operations[index].RawCommand, out RawStep? raw) is { } refusal)
            throw Aborted(index, refusal);
        _rawSteps[index] = raw;
        // A line that does not parse declares nothing and answers its error when its turn comes.
        _ = raw!.Entry.DeclareKeys(raw.Line.Arguments, ref _keys);
        NeedsRefusedMemory |= commands.Engine.RefusesForMemory(raw.Entry.Info);
    }

    private static Exception Aborted(int index, Error refusal)
    {
        var violation = new BadRequest.Types.FieldViolation
        {
            Field = $"operations[{index}].raw_command",
            Description = refusal.Message,
        };
        return GrpcErrors.ToException(
            new Error(ErrorCode.ExecAborted, $"EXECABORT operations[{index}]: {refusal.Message}"),
            new BadRequest { FieldViolations = { violation } });
    }
}
