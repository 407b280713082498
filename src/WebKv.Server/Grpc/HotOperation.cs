using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Server.Grpc.Wire;

namespace WebKv.Server.Grpc;

/// <summary>A method on bytes: reads the request, runs on the context, writes the response; or says what failed.
/// </summary>
internal delegate Error? HotOperation(
    CommandContext context, CallSettings settings, WireMessage request, WireMessage response);
