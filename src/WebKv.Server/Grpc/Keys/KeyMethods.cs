using FluentValidation;
using WebKv.V1;

namespace WebKv.Server.Grpc.Keys;

/// <summary>The methods of KeyService.</summary>
internal static class KeyMethods
{
    public static void Bind(ServiceBinder service)
    {
        IValidator<StreamScanKeysRequest>? scanValidator = service.ValidatorOf<StreamScanKeysRequest>();
        service.Add<GetKeyRequest, GetKeyResponse>("GetKey", KeyOperations.GetKey);
        service.Add<DeleteKeysRequest, DeleteKeysResponse>("DeleteKeys", KeyOperations.DeleteKeys);
        service.Add<KeysExistRequest, KeysExistResponse>("KeysExist", KeyOperations.KeysExist);
        service.Add<TouchKeysRequest, TouchKeysResponse>("TouchKeys", KeyOperations.TouchKeys);
        service.Add<RenameKeyRequest, RenameKeyResponse>("RenameKey", KeyOperations.RenameKey);
        service.Add<CopyKeyRequest, CopyKeyResponse>("CopyKey", KeyOperations.CopyKey);
        service.Add<RandomKeyRequest, RandomKeyResponse>("RandomKey", KeyOperations.RandomKey);
        service.Add<SetExpirationRequest, SetExpirationResponse>("SetExpiration", ExpirationOperations.SetExpiration);
        service.Add<GetExpirationRequest, GetExpirationResponse>("GetExpiration", ExpirationOperations.GetExpiration);
        service.Add<ClearExpirationRequest, ClearExpirationResponse>(
            "ClearExpiration", ExpirationOperations.ClearExpiration);
        service.Add<ScanKeysRequest, ScanKeysResponse>("ScanKeys", ScanOperations.ScanKeys);
        service.AddServerStream<StreamScanKeysRequest, StreamScanKeysResponse>(
            "StreamScanKeys", (door, request, responses, call) =>
                door.RunScanAsync(
                    ScanOperations.StreamScanKeys, ScanOperations.TryAdvance, scanValidator,
                    new StreamedCall<StreamScanKeysRequest, StreamScanKeysResponse>(request, responses, call)));
    }
}
