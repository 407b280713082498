using System.Text;

namespace WebKv.Engine.Errors;

/// <summary>
/// One failure as a value: a code of the catalogue and the text that RESP clients match on.
/// </summary>
/// <remarks>
/// Commands return it instead of throwing; null means success. The fixed ones are shared instances in
/// <see cref="CommonErrors"/>, so a failing command allocates nothing.
/// </remarks>
public sealed class Error
{
    private readonly byte[] _respText;

    public Error(ErrorCode code, string respText)
    {
        Code = code;
        Text = respText;
        int codeLength = respText.IndexOf(' ');
        RespCode = codeLength < 0 ? respText : respText[..codeLength];
        _respText = Encoding.UTF8.GetBytes(respText.Replace('\r', ' ').Replace('\n', ' '));
    }

    public ErrorCode Code { get; }

    /// <summary>The RESP text, its first word the RESP error code: "ERR syntax error".</summary>
    public string Text { get; }

    /// <summary>The RESP error code: "ERR", "WRONGTYPE".</summary>
    public string RespCode { get; }

    /// <summary>The RESP text in UTF-8 without line breaks.</summary>
    public ReadOnlySpan<byte> RespText => _respText;

    /// <summary>The text without its RESP error code, for people.</summary>
    public string Message => Text[(Text.IndexOf(' ') + 1)..];

    public ErrorMapping Mapping => ErrorCatalogue.Of(Code);

    public override string ToString() => $"{Mapping.Name}: {Text}";
}
