using WebKv.Engine.Keys;
using WebKv.Server.Grpc.Transactions;
using WebKv.V1;
using Kind = WebKv.V1.Operation.KindOneofCase;

namespace WebKv.Server.Grpc.Keys;

/// <summary>The operations of KeyService as steps of a transaction.</summary>
internal static class KeySteps
{
    public static IReadOnlyDictionary<Kind, TypedStep> All { get; } = new Dictionary<Kind, TypedStep>
    {
        [Kind.DeleteKeys] = TypedStep.Of<DeleteKeysRequest, DeleteKeysResponse>(
            Del.Info, o => o.DeleteKeys, r => r.Keys, null,
            KeyOperations.DeleteKeys, (r, v) => r.DeleteKeys = v),
        [Kind.RenameKey] = TypedStep.Of<RenameKeyRequest, RenameKeyResponse>(
            Rename.Info, o => o.RenameKey, r => [r.Key, r.Destination], null,
            KeyOperations.RenameKey, (r, v) => r.RenameKey = v),
        [Kind.CopyKey] = TypedStep.Of<CopyKeyRequest, CopyKeyResponse>(
            Copy.Info, o => o.CopyKey, r => [r.Key, r.Destination], null,
            KeyOperations.CopyKey, (r, v) => r.CopyKey = v),
        [Kind.TouchKeys] = TypedStep.Of<TouchKeysRequest, TouchKeysResponse>(
            Touch.Info, o => o.TouchKeys, r => r.Keys, null,
            KeyOperations.TouchKeys, (r, v) => r.TouchKeys = v),
        [Kind.SetExpiration] = TypedStep.Of<SetExpirationRequest, SetExpirationResponse>(
            PExpire.Info, o => o.SetExpiration, r => [r.Key], null,
            ExpirationOperations.SetExpiration, (r, v) => r.SetExpiration = v),
        [Kind.ClearExpiration] = TypedStep.Of<ClearExpirationRequest, ClearExpirationResponse>(
            Persist.Info, o => o.ClearExpiration, r => [r.Key], null,
            ExpirationOperations.ClearExpiration, (r, v) => r.ClearExpiration = v),
    };
}
