using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Strings;

namespace WebKv.Server.Rest.Hashes;

/// <summary>What PUT of a field is to do, apart from the value.</summary>
/// <param name="Field">The name of the field.</param>
/// <param name="Options">Condition and expiry, as a string's.</param>
internal readonly record struct FieldWrite(byte[] Field, StringWrite Options)
{
    public static FieldWrite Read(ref RestCall call)
    {
        byte[] field = call.PathName("field");
        return new FieldWrite(field, default(StringWrite).WithOptions(ref call.Url));
    }
}
