using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Grpc.Core;
using Microsoft.Extensions.Primitives;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Server.Grpc.Errors;

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

    private const int CredentialCharsMax = 4096;

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
        if (!authenticator.IsRequired)
            return;
        string authorization = headers.Authorization.ToString();
        if (authorization.Length == 0)
            throw GrpcErrors.ToException(CommonErrors.NoAuth);
        if (!Accepts(authorization))
            throw GrpcErrors.ToException(CommonErrors.WrongPass);
    }

    private bool Accepts(string authorization)
    {
        if (authorization.Length > CredentialCharsMax)
            return false;
        int space = authorization.IndexOf(' ');
        string scheme = space < 0 ? authorization : authorization[..space];
        string credentials = authorization[(space + 1)..].Trim();
        if (scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return authenticator.Accepts(default, Encoding.UTF8.GetBytes(credentials));
        return scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) && AcceptsBasic(credentials);
    }

    private bool AcceptsBasic(string credentials)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(credentials);
        if (Base64.DecodeFromUtf8InPlace(bytes, out int length) != System.Buffers.OperationStatus.Done)
            return false;
        ReadOnlySpan<byte> pair = bytes.AsSpan(0, length);
        int colon = pair.IndexOf((byte)':');
        return colon >= 0 && authenticator.Accepts(pair[..colon], pair[(colon + 1)..]);
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
