using WebKv.V1;

namespace WebKv.Server.Grpc.Strings;

/// <summary>The methods of StringService.</summary>
internal static class StringMethods
{
    public static void Bind(ServiceBinder service)
    {
        service.AddHot("GetString", new GetStringCall(service.Dispatcher).Run);
        service.AddHot("SetString", new SetStringCall(
            service.Dispatcher, service.ValidatorOf<SetStringRequest>()!).Run);
        service.Add<BatchGetStringsRequest, BatchGetStringsResponse>(
            "BatchGetStrings", StringOperations.BatchGetStrings);
        service.Add<BatchSetStringsRequest, BatchSetStringsResponse>(
            "BatchSetStrings", StringOperations.BatchSetStrings);
        service.Add<GetAndDeleteStringRequest, GetAndDeleteStringResponse>(
            "GetAndDeleteString", StringOperations.GetAndDeleteString);
        service.Add<GetAndExpireStringRequest, GetAndExpireStringResponse>(
            "GetAndExpireString", StringOperations.GetAndExpireString);
        service.Add<AppendStringRequest, AppendStringResponse>("AppendString", PartOperations.AppendString);
        service.Add<GetStringRangeRequest, GetStringRangeResponse>("GetStringRange", PartOperations.GetStringRange);
        service.Add<SetStringRangeRequest, SetStringRangeResponse>("SetStringRange", PartOperations.SetStringRange);
        service.Add<GetStringLengthRequest, GetStringLengthResponse>("GetStringLength", PartOperations.GetStringLength);
        service.Add<IncrementStringRequest, IncrementStringResponse>("IncrementString", PartOperations.IncrementString);
        service.Add<IncrementStringFloatRequest, IncrementStringFloatResponse>(
            "IncrementStringFloat", PartOperations.IncrementStringFloat);
        service.Add<GetBitRequest, GetBitResponse>("GetBit", BitOperations.GetBit);
        service.Add<SetBitRequest, SetBitResponse>("SetBit", BitOperations.SetBit);
        service.Add<CountBitsRequest, CountBitsResponse>("CountBits", BitOperations.CountBits);
        service.Add<FindBitRequest, FindBitResponse>("FindBit", BitOperations.FindBit);
        service.Add<CombineBitsRequest, CombineBitsResponse>("CombineBits", BitOperations.CombineBits);
    }
}
