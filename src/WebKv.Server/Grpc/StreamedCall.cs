using Grpc.Core;

namespace WebKv.Server.Grpc;

/// <summary>A call that streams its responses.</summary>
internal readonly record struct StreamedCall<TRequest, TResponse>(
    TRequest Request, IServerStreamWriter<TResponse> Responses, ServerCallContext Context);
