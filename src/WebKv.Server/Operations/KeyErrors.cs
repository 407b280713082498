using WebKv.Engine.Errors;

namespace WebKv.Server.Operations;

/// <summary>What commands say by a reply of 0 and calls say by an error.</summary>
internal static class KeyErrors
{
    public static readonly Error TargetExists = new(ErrorCode.TargetExists, "BUSYKEY the destination exists");
}
