using FluentValidation;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server.Model;
using WebKv.Engine.Commands;
using WebKv.Server.Grpc.Commands;
using WebKv.Server.Grpc.Keys;
using WebKv.Server.Grpc.Strings;
using WebKv.Server.Grpc.Transactions;
using WebKv.Server.Grpc.Validation;
using WebKv.V1;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace WebKv.Server.Grpc;

/// <summary>
/// Binds the methods of all services, one line each.
/// </summary>
/// <remarks>
/// Why not the generated base classes: the hot methods have their own messages, and a table of plain functions keeps
/// what all methods share in one place (<see cref="GrpcDoor"/>) instead of in every method. Clients and reflection see
/// the generated descriptors; binding fails at the start when a descriptor's method has no line here.
/// </remarks>
internal sealed class GrpcMethods(CommandDispatcher dispatcher, RequestValidators validators)
    : IServiceMethodProvider<GrpcDoor>
{
    /// <summary>The services of the door.</summary>
    public static IReadOnlyList<ServiceDescriptor> Services { get; } =
    [
        KeysReflection.Descriptor.Services[0],
        StringsReflection.Descriptor.Services[0],
        CommandReflection.Descriptor.Services[0],
        TransactionReflection.Descriptor.Services[0],
    ];

    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<GrpcDoor> context)
    {
        var bound = new HashSet<string>();
        BindKeys(new ServiceBinder(context, validators, KeysReflection.Descriptor.Services[0], bound));
        BindStrings(new ServiceBinder(context, validators, StringsReflection.Descriptor.Services[0], bound));
        BindCommands(new ServiceBinder(context, validators, CommandReflection.Descriptor.Services[0], bound));
        BindTransactions(new ServiceBinder(context, validators, TransactionReflection.Descriptor.Services[0], bound));
        foreach (MethodDescriptor method in Services.SelectMany(service => service.Methods))
            if (!bound.Contains(method.FullName))
                throw new InvalidOperationException($"gRPC method {method.FullName} is not bound");
    }

    private void BindKeys(ServiceBinder service)
    {
        IValidator<StreamScanKeysRequest>? scanValidator = validators.For<StreamScanKeysRequest>();
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
                door.RunScanAsync(scanValidator, request, responses, call));
    }

    private void BindTransactions(ServiceBinder service) =>
        service.Add<ExecuteTransactionRequest, ExecuteTransactionResponse>(
            "ExecuteTransaction", new ExecuteTransactionCall(dispatcher).Run);

    private void BindCommands(ServiceBinder service)
    {
        service.AddHot("ExecuteCommand", new ExecuteCommandCall(dispatcher).Run);
        service.AddDuplex("Pipeline", (door, requests, responses, call) =>
            door.RunPipelineAsync(requests, responses, call));
    }

    private void BindStrings(ServiceBinder service)
    {
        service.AddHot("GetString", new GetStringCall(dispatcher).Run);
        service.AddHot("SetString", new SetStringCall(dispatcher, validators.For<SetStringRequest>()!).Run);
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
