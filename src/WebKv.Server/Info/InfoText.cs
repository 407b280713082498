using System.Globalization;
using System.Text;

namespace WebKv.Server.Info;

/// <summary>The text of INFO while it is written: "# Section" headings and "field:value" lines.</summary>
internal sealed class InfoText
{
    private readonly StringBuilder _text = new();

    public void BeginSection(string name)
    {
        if (_text.Length > 0)
            _text.Append("\r\n");
        _text.Append("# ").Append(char.ToUpperInvariant(name[0])).Append(name.AsSpan(1)).Append("\r\n");
    }

    public InfoText Add(string field, string value)
    {
        _text.Append(field).Append(':').Append(value).Append("\r\n");
        return this;
    }

    public InfoText Add(string field, long value) => Add(field, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a number with a fixed count of decimals, as tools expect it.</summary>
    public InfoText Add(string field, double value, int decimals = 2) =>
        Add(field, value.ToString("F" + decimals, CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
