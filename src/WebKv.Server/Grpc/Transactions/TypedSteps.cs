using System.Collections.Frozen;
using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.Engine.Keys;
using WebKv.Engine.Strings;
using WebKv.Server.Grpc.Keys;
using WebKv.Server.Grpc.Strings;
using WebKv.V1;
using BitOperations = WebKv.Server.Grpc.Strings.BitOperations;
using Error = WebKv.Engine.Errors.Error;
using Kind = WebKv.V1.Operation.KindOneofCase;

namespace WebKv.Server.Grpc.Transactions;

/// <summary>The operations of a transaction that have a type, each with the method that it is.</summary>
internal static class TypedSteps
{
    private static readonly FrozenDictionary<Kind, TypedStep> Steps = new Dictionary<Kind, TypedStep>
    {
        [Kind.DeleteKeys] = Step<DeleteKeysRequest, DeleteKeysResponse>(
            Del.Info, o => o.DeleteKeys, r => r.Keys, null,
            KeyOperations.DeleteKeys, (r, v) => r.DeleteKeys = v),
        [Kind.RenameKey] = Step<RenameKeyRequest, RenameKeyResponse>(
            Rename.Info, o => o.RenameKey, r => [r.Key, r.Destination], null,
            KeyOperations.RenameKey, (r, v) => r.RenameKey = v),
        [Kind.CopyKey] = Step<CopyKeyRequest, CopyKeyResponse>(
            Copy.Info, o => o.CopyKey, r => [r.Key, r.Destination], null,
            KeyOperations.CopyKey, (r, v) => r.CopyKey = v),
        [Kind.TouchKeys] = Step<TouchKeysRequest, TouchKeysResponse>(
            Touch.Info, o => o.TouchKeys, r => r.Keys, null,
            KeyOperations.TouchKeys, (r, v) => r.TouchKeys = v),
        [Kind.SetExpiration] = Step<SetExpirationRequest, SetExpirationResponse>(
            PExpire.Info, o => o.SetExpiration, r => [r.Key], null,
            ExpirationOperations.SetExpiration, (r, v) => r.SetExpiration = v),
        [Kind.ClearExpiration] = Step<ClearExpirationRequest, ClearExpirationResponse>(
            Persist.Info, o => o.ClearExpiration, r => [r.Key], null,
            ExpirationOperations.ClearExpiration, (r, v) => r.ClearExpiration = v),
        [Kind.SetString] = Step<SetStringRequest, SetStringResponse>(
            Set.Info, o => o.SetString, r => [r.Key], r => [r.Value],
            StringOperations.SetString, (r, v) => r.SetString = v),
        [Kind.BatchSetStrings] = Step<BatchSetStringsRequest, BatchSetStringsResponse>(
            MSet.Info, o => o.BatchSetStrings, r => r.Items.Select(i => i.Key), r => r.Items.Select(i => i.Value),
            StringOperations.BatchSetStrings, (r, v) => r.BatchSetStrings = v),
        [Kind.AppendString] = Step<AppendStringRequest, AppendStringResponse>(
            Append.Info, o => o.AppendString, r => [r.Key], r => [r.Value],
            PartOperations.AppendString, (r, v) => r.AppendString = v),
        [Kind.SetStringRange] = Step<SetStringRangeRequest, SetStringRangeResponse>(
            SetRange.Info, o => o.SetStringRange, r => [r.Key], r => [r.Value],
            PartOperations.SetStringRange, (r, v) => r.SetStringRange = v),
        [Kind.IncrementString] = Step<IncrementStringRequest, IncrementStringResponse>(
            IncrBy.Info, o => o.IncrementString, r => [r.Key], null,
            PartOperations.IncrementString, (r, v) => r.IncrementString = v),
        [Kind.IncrementStringFloat] = Step<IncrementStringFloatRequest, IncrementStringFloatResponse>(
            IncrByFloat.Info, o => o.IncrementStringFloat, r => [r.Key], null,
            PartOperations.IncrementStringFloat, (r, v) => r.IncrementStringFloat = v),
        [Kind.GetAndDeleteString] = Step<GetAndDeleteStringRequest, GetAndDeleteStringResponse>(
            GetDel.Info, o => o.GetAndDeleteString, r => [r.Key], null,
            StringOperations.GetAndDeleteString, (r, v) => r.GetAndDeleteString = v),
        [Kind.GetAndExpireString] = Step<GetAndExpireStringRequest, GetAndExpireStringResponse>(
            GetEx.Info, o => o.GetAndExpireString, r => [r.Key], null,
            StringOperations.GetAndExpireString, (r, v) => r.GetAndExpireString = v),
        [Kind.SetBit] = Step<SetBitRequest, SetBitResponse>(
            SetBit.Info, o => o.SetBit, r => [r.Key], null,
            BitOperations.SetBit, (r, v) => r.SetBit = v),
        [Kind.CombineBits] = Step<CombineBitsRequest, CombineBitsResponse>(
            BitOp.Info, o => o.CombineBits, r => r.Sources.Append(r.Destination), null,
            BitOperations.CombineBits, (r, v) => r.CombineBits = v),
    }.ToFrozenDictionary();

    /// <summary>The step of a kind other than a raw command.</summary>
    public static TypedStep Of(Kind kind) => Steps[kind];

    private static TypedStep Step<TRequest, TResponse>(
        CommandInfo info,
        Func<Operation, TRequest> request,
        Func<TRequest, IEnumerable<ByteString>> keys,
        Func<TRequest, IEnumerable<ByteString>>? values,
        Operation<TRequest, TResponse> run,
        Action<OperationResult, TResponse> setResult) => new(
            info,
            operation => keys(request(operation)),
            operation => values is null ? [] : values(request(operation)),
            (scope, operation, result) =>
            {
                Error? error = run(scope, request(operation), out TResponse response);
                if (error is null)
                    setResult(result, response);
                return error;
            });
}
