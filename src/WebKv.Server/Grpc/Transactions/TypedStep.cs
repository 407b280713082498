using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Transactions;

/// <summary>How an operation of one kind takes part in a transaction.</summary>
/// <param name="Info">The command that it is a form of, for the memory check.</param>
/// <param name="Keys">The keys that it may touch.</param>
/// <param name="Values">What it may store, to be prepared ahead of the locks.</param>
/// <param name="Run">Runs it under the locks and sets its result.</param>
internal sealed record TypedStep(
    CommandInfo Info,
    Func<Operation, IEnumerable<ByteString>> Keys,
    Func<Operation, IEnumerable<ByteString>> Values,
    Func<OperationScope, Operation, OperationResult, Error?> Run);
