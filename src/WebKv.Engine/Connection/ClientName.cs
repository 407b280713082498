using System.Text;

namespace WebKv.Engine.Connection;

/// <summary>Names that clients give themselves appear in CLIENT LIST, so they are printable ASCII without spaces.
/// </summary>
internal static class ClientName
{
    public static bool TryRead(ReadOnlySpan<byte> sent, out string name)
    {
        bool isValid = !sent.ContainsAnyExceptInRange((byte)'!', (byte)'~');
        name = isValid ? Encoding.ASCII.GetString(sent) : "";
        return isValid;
    }
}
