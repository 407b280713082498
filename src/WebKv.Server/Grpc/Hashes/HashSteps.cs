using WebKv.Engine.Hashes;
using WebKv.Server.Grpc.Transactions;
using WebKv.V1;
using Kind = WebKv.V1.Operation.KindOneofCase;

namespace WebKv.Server.Grpc.Hashes;

/// <summary>The operations of HashService as steps of a transaction.</summary>
internal static class HashSteps
{
    public static IReadOnlyDictionary<Kind, TypedStep> All { get; } = new Dictionary<Kind, TypedStep>
    {
        [Kind.SetHashFields] = TypedStep.Of<SetHashFieldsRequest, SetHashFieldsResponse>(
            HSetEx.Info, o => o.SetHashFields, r => [r.Key], r => r.Fields.SelectMany(f => new[] { f.Field, f.Value }),
            HashOperations.SetHashFields, (r, v) => r.SetHashFields = v),
        [Kind.DeleteHashFields] = TypedStep.Of<DeleteHashFieldsRequest, DeleteHashFieldsResponse>(
            HDel.Info, o => o.DeleteHashFields, r => [r.Key], null,
            HashOperations.DeleteHashFields, (r, v) => r.DeleteHashFields = v),
        [Kind.GetAndDeleteHashFields] = TypedStep.Of<GetAndDeleteHashFieldsRequest, GetAndDeleteHashFieldsResponse>(
            HGetDel.Info, o => o.GetAndDeleteHashFields, r => [r.Key], null,
            HashOperations.GetAndDeleteHashFields, (r, v) => r.GetAndDeleteHashFields = v),
        [Kind.GetAndExpireHashFields] = TypedStep.Of<GetAndExpireHashFieldsRequest, GetAndExpireHashFieldsResponse>(
            HGetEx.Info, o => o.GetAndExpireHashFields, r => [r.Key], null,
            FieldExpirationOperations.GetAndExpireHashFields, (r, v) => r.GetAndExpireHashFields = v),
        [Kind.IncrementHashField] = TypedStep.Of<IncrementHashFieldRequest, IncrementHashFieldResponse>(
            HIncrBy.Info, o => o.IncrementHashField, r => [r.Key], null,
            HashNumberOperations.IncrementHashField, (r, v) => r.IncrementHashField = v),
        [Kind.IncrementHashFieldFloat] = TypedStep.Of<IncrementHashFieldFloatRequest, IncrementHashFieldFloatResponse>(
            HIncrByFloat.Info, o => o.IncrementHashFieldFloat, r => [r.Key], null,
            HashNumberOperations.IncrementHashFieldFloat, (r, v) => r.IncrementHashFieldFloat = v),
        [Kind.SetHashFieldExpirations] = TypedStep.Of<SetHashFieldExpirationsRequest, SetHashFieldExpirationsResponse>(
            HPExpire.Info, o => o.SetHashFieldExpirations, r => [r.Key], null,
            FieldExpirationOperations.SetHashFieldExpirations, (r, v) => r.SetHashFieldExpirations = v),
        [Kind.ClearHashFieldExpirations] =
            TypedStep.Of<ClearHashFieldExpirationsRequest, ClearHashFieldExpirationsResponse>(
                HPersist.Info, o => o.ClearHashFieldExpirations, r => [r.Key], null,
                FieldExpirationOperations.ClearHashFieldExpirations, (r, v) => r.ClearHashFieldExpirations = v),
    };
}
