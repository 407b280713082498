using WebKv.Engine.Errors;

namespace WebKv.Engine.Introspection;

internal static class DebugErrors
{
    public static readonly Error NotAllowed = new(ErrorCode.PermissionDenied,
        "ERR DEBUG command not allowed. Set WebKv:Debug:Enabled to true to allow it.");
}
