using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using WebKv.Engine.Commands;

namespace WebKv.Server.Rest.Http;

/// <summary>
/// A number that JSON parsers cannot be trusted with: its text is kept as it came. It is written as a number when
/// every parser reads that exactly, else as a string.
/// </summary>
[JsonConverter(typeof(JsonNumberConverter))]
internal sealed record JsonNumber(string Text)
{
    /// <summary>The largest integer up to which doubles are exact.</summary>
    public const long SafeMax = (1L << 53) - 1;

    public bool IsSafe { get; private init; }

    public static bool IsSafeInteger(long value) => value is >= -SafeMax and <= SafeMax;

    public static JsonNumber Of(long value) =>
        new(value.ToString(CultureInfo.InvariantCulture)) { IsSafe = IsSafeInteger(value) };

    /// <summary>A sum in the engine's notation; safe if a double has no other digits.</summary>
    public static JsonNumber Of(ReadOnlySpan<byte> text)
    {
        Span<byte> exact = stackalloc byte[RealNumber.TextMax];
        bool isSafe = Numbers.TryParseFloat(text, out double value)
            && Math.Abs(value) <= SafeMax && text.SequenceEqual(exact[..RealNumber.From(value).Format(exact)]);
        return new JsonNumber(Encoding.ASCII.GetString(text)) { IsSafe = isSafe };
    }
}
