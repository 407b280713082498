using System.Globalization;
using Grpc.Core;
using Microsoft.Extensions.Primitives;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Server.Grpc.Errors;
using WebKv.Server.Hosting;

namespace WebKv.Server.Grpc;

/// <summary>
/// Looks at a call's metadata once, before anything else: who calls, for which database, and what the client can take.
/// </summary>
/// <remarks>It reads the HTTP headers themselves; gRPC's own metadata would be built for each call, and costs more
/// than a GET.</remarks>
internal sealed class CallAdmission(KvEngine engine, Authenticator authenticator)
{
    /// <summary>Fits the 4 MiB that clients take unless they are told otherwise.</summary>
    public const int ReplyBytesMaxDefault = 4 * 1024 * 1024;

    /// <summary>The call's settings; throws the call's status when it may not go on.</summary>
    public CallSettings Admit(ServerCallContext call)
    {
        IHeaderDictionary headers = call.GetHttpContext().Request.Headers;
        Authenticate(headers);
        int database = headers.TryGetValue(CallMetadata.Database, out StringValues index)
            ? ParseDatabase(index.ToString())
            : 0;
        int replyBytesMax = headers.TryGetValue(CallMetadata.ReplyBytesMax, out StringValues bytes)
            ? ParseBytes(bytes.ToString())
            : ReplyBytesMaxDefault;
        return new CallSettings(database, replyBytesMax);
    }

    /// <summary>Throws the call's status unless it carries the right credentials or needs none.</summary>
    public void Authenticate(IHeaderDictionary headers)
    {
        if (Credentials.Check(authenticator, headers) is { } refusal)
            throw GrpcErrors.ToException(refusal);
    }

    private int ParseDatabase(string text)
    {
        bool isIndex = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int index);
        if (isIndex && index < engine.Options.Databases)
            return index;
        throw GrpcErrors.Invalid(CallMetadata.Database, $"must be a number from 0 to {engine.Options.Databases - 1}");
    }

    private static int ParseBytes(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int bytes) && bytes > 0
            ? bytes
            : throw GrpcErrors.Invalid(CallMetadata.ReplyBytesMax, $"must be a number from 1 to {int.MaxValue}");
}
