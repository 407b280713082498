using Grpc.Core;

namespace WebKv.Benchmarks.EmptyGrpc;

internal sealed class EmptyCallService : EmptyService.EmptyServiceBase
{
    private static readonly Task<CallResponse> Answer = Task.FromResult(new CallResponse());

    public override Task<CallResponse> Call(CallRequest request, ServerCallContext context) => Answer;
}
