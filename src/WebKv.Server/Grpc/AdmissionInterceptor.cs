using Grpc.Core;
using Grpc.Core.Interceptors;

namespace WebKv.Server.Grpc;

/// <summary>Asks for credentials before reflection, which is the library's and does not pass the door. Health stays
/// open: those who watch over a server should not need its password.</summary>
internal sealed class AdmissionInterceptor(CallAdmission admission) : Interceptor
{
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        admission.Authenticate(context.GetHttpContext().Request.Headers);
        return continuation(requestStream, responseStream, context);
    }
}
