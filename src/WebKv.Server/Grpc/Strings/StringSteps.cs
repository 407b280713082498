using WebKv.Engine.Strings;
using WebKv.Server.Grpc.Transactions;
using WebKv.V1;
using Kind = WebKv.V1.Operation.KindOneofCase;

namespace WebKv.Server.Grpc.Strings;

/// <summary>The operations of StringService as steps of a transaction.</summary>
internal static class StringSteps
{
    public static IReadOnlyDictionary<Kind, TypedStep> All { get; } = new Dictionary<Kind, TypedStep>
    {
        [Kind.SetString] = TypedStep.Of<SetStringRequest, SetStringResponse>(
            Set.Info, o => o.SetString, r => [r.Key], r => [r.Value],
            StringOperations.SetString, (r, v) => r.SetString = v),
        [Kind.BatchSetStrings] = TypedStep.Of<BatchSetStringsRequest, BatchSetStringsResponse>(
            MSet.Info, o => o.BatchSetStrings, r => r.Items.Select(i => i.Key), r => r.Items.Select(i => i.Value),
            StringOperations.BatchSetStrings, (r, v) => r.BatchSetStrings = v),
        [Kind.AppendString] = TypedStep.Of<AppendStringRequest, AppendStringResponse>(
            Append.Info, o => o.AppendString, r => [r.Key], r => [r.Value],
            PartOperations.AppendString, (r, v) => r.AppendString = v),
        [Kind.SetStringRange] = TypedStep.Of<SetStringRangeRequest, SetStringRangeResponse>(
            SetRange.Info, o => o.SetStringRange, r => [r.Key], r => [r.Value],
            PartOperations.SetStringRange, (r, v) => r.SetStringRange = v),
        [Kind.IncrementString] = TypedStep.Of<IncrementStringRequest, IncrementStringResponse>(
            IncrBy.Info, o => o.IncrementString, r => [r.Key], null,
            PartOperations.IncrementString, (r, v) => r.IncrementString = v),
        [Kind.IncrementStringFloat] = TypedStep.Of<IncrementStringFloatRequest, IncrementStringFloatResponse>(
            IncrByFloat.Info, o => o.IncrementStringFloat, r => [r.Key], null,
            PartOperations.IncrementStringFloat, (r, v) => r.IncrementStringFloat = v),
        [Kind.GetAndDeleteString] = TypedStep.Of<GetAndDeleteStringRequest, GetAndDeleteStringResponse>(
            GetDel.Info, o => o.GetAndDeleteString, r => [r.Key], null,
            StringOperations.GetAndDeleteString, (r, v) => r.GetAndDeleteString = v),
        [Kind.GetAndExpireString] = TypedStep.Of<GetAndExpireStringRequest, GetAndExpireStringResponse>(
            GetEx.Info, o => o.GetAndExpireString, r => [r.Key], null,
            StringOperations.GetAndExpireString, (r, v) => r.GetAndExpireString = v),
        [Kind.SetBit] = TypedStep.Of<SetBitRequest, SetBitResponse>(
            SetBit.Info, o => o.SetBit, r => [r.Key], null,
            BitOperations.SetBit, (r, v) => r.SetBit = v),
        [Kind.CombineBits] = TypedStep.Of<CombineBitsRequest, CombineBitsResponse>(
            BitOp.Info, o => o.CombineBits, r => r.Sources.Append(r.Destination), null,
            BitOperations.CombineBits, (r, v) => r.CombineBits = v),
    };
}
