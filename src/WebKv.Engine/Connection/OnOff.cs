using WebKv.Engine.Commands;

namespace WebKv.Engine.Connection;

/// <summary>The arguments ON and OFF.</summary>
internal static class OnOff
{
    public static bool TryRead(ReadOnlySpan<byte> argument, out bool on)
    {
        on = Keywords.Equal(argument, "ON"u8);
        return on || Keywords.Equal(argument, "OFF"u8);
    }
}
