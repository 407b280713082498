using WebKv.Engine.Errors;
using WebKv.Server.Rest.Calls;

namespace WebKv.Server.Rest.Hashes;

/// <summary>What is missing when a field is: the field, or the whole hash.</summary>
internal static class FieldErrors
{
    private static readonly Error NoSuchField = new(ErrorCode.FieldNotFound, "ERR no such field");

    public static Error MissingField(this ref RestCall call) => call.MissingKey ?? NoSuchField;
}
