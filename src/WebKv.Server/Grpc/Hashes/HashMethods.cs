using WebKv.V1;

namespace WebKv.Server.Grpc.Hashes;

/// <summary>The methods of HashService.</summary>
internal static class HashMethods
{
    public static void Bind(ServiceBinder service)
    {
        service.Add<SetHashFieldsRequest, SetHashFieldsResponse>("SetHashFields", HashOperations.SetHashFields);
        service.Add<GetHashFieldsRequest, GetHashFieldsResponse>("GetHashFields", HashOperations.GetHashFields);
        service.Add<GetHashRequest, GetHashResponse>("GetHash", HashOperations.GetHash);
        service.Add<DeleteHashFieldsRequest, DeleteHashFieldsResponse>(
            "DeleteHashFields", HashOperations.DeleteHashFields);
        service.Add<GetAndDeleteHashFieldsRequest, GetAndDeleteHashFieldsResponse>(
            "GetAndDeleteHashFields", HashOperations.GetAndDeleteHashFields);
        service.Add<GetAndExpireHashFieldsRequest, GetAndExpireHashFieldsResponse>(
            "GetAndExpireHashFields", FieldExpirationOperations.GetAndExpireHashFields);
        service.Add<IncrementHashFieldRequest, IncrementHashFieldResponse>(
            "IncrementHashField", HashNumberOperations.IncrementHashField);
        service.Add<IncrementHashFieldFloatRequest, IncrementHashFieldFloatResponse>(
            "IncrementHashFieldFloat", HashNumberOperations.IncrementHashFieldFloat);
        service.Add<HashFieldExistsRequest, HashFieldExistsResponse>(
            "HashFieldExists", HashOperations.HashFieldExists);
        service.Add<GetHashLengthRequest, GetHashLengthResponse>("GetHashLength", HashOperations.GetHashLength);
        service.Add<GetRandomHashFieldsRequest, GetRandomHashFieldsResponse>(
            "GetRandomHashFields", HashOperations.GetRandomHashFields);
        service.Add<ScanHashRequest, ScanHashResponse>("ScanHash", HashScanOperations.ScanHash);
        service.Add<SetHashFieldExpirationsRequest, SetHashFieldExpirationsResponse>(
            "SetHashFieldExpirations", FieldExpirationOperations.SetHashFieldExpirations);
        service.Add<GetHashFieldExpirationsRequest, GetHashFieldExpirationsResponse>(
            "GetHashFieldExpirations", FieldExpirationOperations.GetHashFieldExpirations);
        service.Add<ClearHashFieldExpirationsRequest, ClearHashFieldExpirationsResponse>(
            "ClearHashFieldExpirations", FieldExpirationOperations.ClearHashFieldExpirations);
    }
}
