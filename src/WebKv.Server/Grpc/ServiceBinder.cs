using FluentValidation;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using WebKv.Engine.Commands;
using WebKv.Server.Grpc.Validation;
using WebKv.Server.Grpc.Wire;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace WebKv.Server.Grpc;

/// <summary>Binds the methods of one service to the door.</summary>
/// <param name="context">Where grpc-dotnet learns of methods.</param>
/// <param name="dispatcher">What the methods hand their operations to.</param>
/// <param name="validators">What requests must pass.</param>
/// <param name="service">The service's descriptor.</param>
internal sealed class ServiceBinder(
    ServiceMethodProviderContext<GrpcDoor> context,
    CommandDispatcher dispatcher,
    RequestValidators validators,
    ServiceDescriptor service)
{
    private readonly HashSet<string> _bound = [];

    public CommandDispatcher Dispatcher => dispatcher;

    /// <summary>The names of the methods bound so far.</summary>
    public IReadOnlySet<string> Bound => _bound;

    /// <summary>What a request must pass; null when any message of its type is a good one.</summary>
    public IValidator<TRequest>? ValidatorOf<TRequest>() => validators.For<TRequest>();

    /// <summary>A unary method on generated messages.</summary>
    public void Add<TRequest, TResponse>(string name, Operation<TRequest, TResponse> operation)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new()
    {
        IValidator<TRequest>? validator = ValidatorOf<TRequest>();
        context.AddUnaryMethod(
            Method<TRequest, TResponse>(name, MethodType.Unary), [],
            (door, request, call) => door.Run(operation, validator, request, call));
    }

    /// <summary>A unary method on generated messages that may wait, for as long as its request says.</summary>
    public void AddWaiting<TRequest, TResponse>(
        string name, Operation<TRequest, TResponse> operation, Func<TRequest, Duration?> waitOf)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new()
    {
        IValidator<TRequest>? validator = ValidatorOf<TRequest>();
        context.AddUnaryMethod(
            Method<TRequest, TResponse>(name, MethodType.Unary), [],
            (door, request, call) => door.RunWaitingAsync(operation, waitOf, validator, request, call));
    }

    /// <summary>A unary method on bytes.</summary>
    public void AddHot(string name, HotOperation operation) => context.AddUnaryMethod(
        HotMethod(name, MethodType.Unary), [], (door, request, call) => door.RunHot(operation, request, call));

    /// <summary>A method that streams bytes both ways.</summary>
    public void AddDuplex(string name, DuplexStreamingServerMethod<GrpcDoor, WireMessage, WireMessage> serve) =>
        context.AddDuplexStreamingMethod(HotMethod(name, MethodType.DuplexStreaming), [], serve);

    /// <summary>A method that streams both ways.</summary>
    public void AddDuplex<TRequest, TResponse>(
        string name, DuplexStreamingServerMethod<GrpcDoor, TRequest, TResponse> serve)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new() =>
        context.AddDuplexStreamingMethod(Method<TRequest, TResponse>(name, MethodType.DuplexStreaming), [], serve);

    /// <summary>A method that streams its responses.</summary>
    public void AddServerStream<TRequest, TResponse>(
        string name, ServerStreamingServerMethod<GrpcDoor, TRequest, TResponse> serve)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new() =>
        context.AddServerStreamingMethod(Method<TRequest, TResponse>(name, MethodType.ServerStreaming), [], serve);

    private Method<WireMessage, WireMessage> HotMethod(string name, MethodType type)
    {
        Note(name);
        return new Method<WireMessage, WireMessage>(
            type, service.FullName, name, Marshalling.Wire, Marshalling.Wire);
    }

    private Method<TRequest, TResponse> Method<TRequest, TResponse>(string name, MethodType type)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new()
    {
        Note(name);
        return new Method<TRequest, TResponse>(
            type, service.FullName, name, Marshalling.Of<TRequest>(), Marshalling.Of<TResponse>());
    }

    private void Note(string name)
    {
        if (!_bound.Add(name))
            throw new InvalidOperationException($"gRPC method {service.FullName}.{name} is bound twice");
    }
}
