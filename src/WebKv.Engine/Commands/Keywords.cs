using System.Text;

namespace WebKv.Engine.Commands;

/// <summary>Compares words of a command line without regard to ASCII case.</summary>
public static class Keywords
{
    public static bool Equal(ReadOnlySpan<byte> argument, ReadOnlySpan<byte> word) =>
        Ascii.EqualsIgnoreCase(argument, word);
}
