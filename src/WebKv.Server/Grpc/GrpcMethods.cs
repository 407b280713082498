using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server.Model;
using WebKv.Engine.Commands;
using WebKv.Server.Grpc.Commands;
using WebKv.Server.Grpc.Hashes;
using WebKv.Server.Grpc.Keys;
using WebKv.Server.Grpc.Lists;
using WebKv.Server.Grpc.PubSub;
using WebKv.Server.Grpc.Sets;
using WebKv.Server.Grpc.SortedSets;
using WebKv.Server.Grpc.Streams;
using WebKv.Server.Grpc.Strings;
using WebKv.Server.Grpc.Transactions;
using WebKv.Server.Grpc.Validation;
using WebKv.V1;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace WebKv.Server.Grpc;

/// <summary>
/// Binds the methods of all services, a line each in the service's folder.
/// </summary>
/// <remarks>
/// Why not the generated base classes: the hot methods have their own messages, and a table of plain functions keeps
/// what all methods share in one place (<see cref="GrpcDoor"/>) instead of in every method. Clients and reflection see
/// the generated descriptors; binding fails at the start when a descriptor's method has no line.
/// </remarks>
internal sealed class GrpcMethods(CommandDispatcher dispatcher, RequestValidators validators)
    : IServiceMethodProvider<GrpcDoor>
{
    private static readonly IReadOnlyList<(ServiceDescriptor Descriptor, Action<ServiceBinder> Bind)> Bindings =
    [
        (KeysReflection.Descriptor.Services[0], KeyMethods.Bind),
        (StringsReflection.Descriptor.Services[0], StringMethods.Bind),
        (ListsReflection.Descriptor.Services[0], ListMethods.Bind),
        (SetsReflection.Descriptor.Services[0], SetMethods.Bind),
        (SortedSetsReflection.Descriptor.Services[0], SortedSetMethods.Bind),
        (HashesReflection.Descriptor.Services[0], HashMethods.Bind),
        (StreamsReflection.Descriptor.Services[0], StreamMethods.Bind),
        (CommandReflection.Descriptor.Services[0], CommandMethods.Bind),
        (PubsubReflection.Descriptor.Services[0], PubSubMethods.Bind),
        (TransactionReflection.Descriptor.Services[0], TransactionMethods.Bind),
    ];

    /// <summary>The services of the door.</summary>
    public static IReadOnlyList<ServiceDescriptor> Services { get; } =
        [.. Bindings.Select(binding => binding.Descriptor)];

    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<GrpcDoor> context)
    {
        foreach ((ServiceDescriptor descriptor, Action<ServiceBinder> bind) in Bindings)
        {
            var service = new ServiceBinder(context, dispatcher, validators, descriptor);
            bind(service);
            foreach (MethodDescriptor method in descriptor.Methods)
                if (!service.Bound.Contains(method.Name))
                    throw new InvalidOperationException($"gRPC method {method.FullName} is not bound");
        }
    }
}
