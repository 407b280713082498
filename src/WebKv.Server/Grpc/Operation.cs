using WebKv.Engine.Errors;

namespace WebKv.Server.Grpc;

/// <summary>A method on generated messages: gives the response, or says what failed.</summary>
internal delegate Error? Operation<in TRequest, TResponse>(
    OperationScope scope, TRequest request, out TResponse response);
