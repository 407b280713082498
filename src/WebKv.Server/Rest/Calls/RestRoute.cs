namespace WebKv.Server.Rest.Calls;

/// <summary>
/// The path of an operation below /v1, such as /hashes/{key}/fields/{field}: how many segments a target must have,
/// and where its names lie. Read once, when the operation is mapped.
/// </summary>
internal sealed class RestRoute
{
    private const string Prefix = "v1";
    private const string KeyName = "key";

    // The names in the path at their positions; null for what is literal.
    private readonly string?[] _names;

    public RestRoute(string pattern)
    {
        Pattern = pattern;
        string[] segments = [Prefix, .. pattern.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        _names = [.. segments.Select(segment => segment[0] == '{' ? segment[1..^1] : null)];
        KeyPosition = Array.IndexOf(_names, KeyName);
    }

    public string Pattern { get; }

    /// <summary>Segments of the whole path.</summary>
    public int Length => _names.Length;

    /// <summary>Whether the path names the key that the operation is about.</summary>
    public bool HasKey => KeyPosition >= 0;

    public int KeyPosition { get; }

    /// <summary>Position of a name in the path.</summary>
    public int PositionOf(string name)
    {
        int position = Array.IndexOf(_names, name);
        return position >= 0 ? position : throw new ArgumentException($"{Pattern} names no {name}", nameof(name));
    }
}
