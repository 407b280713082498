using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace WebKv.Server.Rest.Http;

/// <summary>
/// Reads what a request says in its URL: names in the path and parameters in the query.
/// </summary>
/// <remarks>
/// Read everything first, then look at <see cref="Problem"/>: it names all that was wrong, parameters that nobody
/// asked for included, since a mistyped ttlMs would otherwise make a key that stays for ever. A URL without a query
/// costs no allocation but that of the name. With enc=base64url every name, in path and query, is base64url.
/// </remarks>
internal ref struct UrlInput
{
    /// <summary>Longest name in a URL; longer ones go into bodies.</summary>
    public const int NameBytesMax = 8 * 1024;

    private readonly RequestTarget _target;
    private readonly List<Parameter>? _parameters;
    private readonly bool _isBase64Url;
    private Dictionary<string, string[]>? _errors;

    public UrlInput(HttpContext http)
    {
        _target = RequestTarget.Of(http);
        if (_target.Query.IsEmpty)
            return;
        _parameters = Split(_target.Query);
        if (Take("enc") is { } encoding)
        {
            _isBase64Url = encoding == "base64url";
            if (!_isBase64Url)
                Refuse("enc", "must be base64url.");
        }
    }

    /// <summary>What is wrong with the URL, or null.</summary>
    public Problem? Problem
    {
        get
        {
            if (_parameters is not null)
                foreach (Parameter parameter in _parameters)
                    if (!parameter.IsTaken)
                        Refuse(parameter.Name, "is not a parameter of this operation, or comes twice.");
            return _errors is null ? null : Problem.Invalid(_errors);
        }
    }

    /// <summary>The name in a segment of the path, which must have exactly so many segments.</summary>
    public byte[] Name(int segment, int of)
    {
        if (!_target.TrySegment(segment, of, out ReadOnlySpan<char> text))
        {
            Refuse(
                "path",
                "a name is one segment: write / as %2F, and send '.', '..' and empty names with enc=base64url.");
            return [];
        }
        bool isValid = _isBase64Url
            ? RequestTarget.TryBase64UrlDecode(text, out byte[] name)
            : RequestTarget.TryPercentDecode(text, plusIsSpace: false, out name);
        if (!isValid)
            Refuse("path", _isBase64Url ? "the name is not base64url." : "the name has a % that begins no escape.");
        if (name.Length > NameBytesMax)
            Refuse("path", $"a name in a URL has at most {NameBytesMax} bytes; longer ones go into a body.");
        return name;
    }

    /// <summary>The integer in a segment of the path.</summary>
    public long SegmentInteger(int segment, int of, long min)
    {
        if (_target.TrySegment(segment, of, out ReadOnlySpan<char> text)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            && value >= min)
            return value;
        Refuse("path", min == long.MinValue
            ? $"its segment {segment + 1} must be an integer."
            : $"its segment {segment + 1} must be an integer from {min}.");
        return 0;
    }

    /// <summary>The logical database: parameter db, 0 if it is not given.</summary>
    public int Database(int count)
    {
        if (_parameters is null)
            return 0;
        long database = Integer("db") ?? 0;
        if (database >= 0 && database < count)
            return (int)database;
        Refuse("db", $"must be 0 to {count - 1}.");
        return 0;
    }

    public long? Integer(string name, long min = long.MinValue, long max = long.MaxValue)
    {
        if (Take(name) is not { } text)
            return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            && value >= min && value <= max)
            return value;
        Refuse(name, min == long.MinValue ? "must be an integer." : $"must be an integer from {min} to {max}.");
        return null;
    }

    public bool Flag(string name)
    {
        string? text = Take(name);
        if (text is not (null or "" or "true" or "false"))
            Refuse(name, "must be true or false.");
        return text is "" or "true";
    }

    /// <summary>A time in RFC 3339 as Unix ms.</summary>
    public long? Time(string name)
    {
        if (Take(name) is not { } text)
            return null;
        if (Rfc3339.TryParse(text, out long unixMs))
            return unixMs;
        Refuse(name, "must be a time as in 2030-01-31T12:00:00Z.");
        return null;
    }

    /// <summary>One of some words as its index, or null when the parameter is not given.</summary>
    public int? Word(string name, params ReadOnlySpan<string> words)
    {
        if (Take(name) is not { } text)
            return null;
        int index = words.IndexOf(text);
        if (index >= 0)
            return index;
        Refuse(name, $"must be one of: {string.Join(", ", words)}.");
        return null;
    }

    /// <summary>A name or pattern: any bytes.</summary>
    public byte[]? Bytes(string name)
    {
        if (TakeRaw(name) is not { } raw)
            return null;
        bool isValid = _isBase64Url
            ? RequestTarget.TryBase64UrlDecode(raw, out byte[] bytes)
            : RequestTarget.TryPercentDecode(raw, plusIsSpace: true, out bytes);
        if (!isValid)
            Refuse(name, _isBase64Url ? "is not base64url." : "has a % that begins no escape.");
        return bytes;
    }

    /// <summary>The names or patterns of a parameter that may come many times.</summary>
    public List<byte[]> BytesList(string name)
    {
        var list = new List<byte[]>();
        while (Bytes(name) is { } bytes)
            list.Add(bytes);
        return list;
    }

    /// <summary>A parameter as text.</summary>
    public string? Text(string name) => Take(name);

    /// <summary>Adds to what is wrong.</summary>
    public void Refuse(string name, string message)
    {
        _errors ??= [];
        _errors.TryAdd(name, [message]);
    }

    /// <summary>The request's own path, with those parameters that say which thing is meant.</summary>
    public static string LocationOf(HttpContext http)
    {
        RequestTarget target = RequestTarget.Of(http);
        if (target.Query.IsEmpty)
            return target.Path.ToString();
        string kept = string.Join('&', Split(target.Query)
            .Where(parameter => parameter.Name is "db" or "enc")
            .Select(parameter => $"{parameter.Name}={parameter.RawValue}"));
        return kept.Length == 0 ? target.Path.ToString() : $"{target.Path}?{kept}";
    }

    /// <summary>The same for a thing of a name below the request's path.</summary>
    public static string LocationOf(HttpContext http, string name)
    {
        string target = LocationOf(http);
        int query = target.IndexOf('?');
        if (query < 0)
            return $"{target}/{name}";
        bool isBase64Url = target[query..].Contains("enc=", StringComparison.Ordinal);
        string segment = isBase64Url ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(name)) : name;
        return $"{target[..query]}/{segment}{target[query..]}";
    }

    private string? Take(string name)
    {
        if (TakeRaw(name) is not { } raw)
            return null;
        if (RequestTarget.TryPercentDecode(raw, plusIsSpace: true, out byte[] bytes) && Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);
        Refuse(name, "is not percent-encoded UTF-8.");
        return null;
    }

    private readonly string? TakeRaw(string name)
    {
        if (_parameters is null)
            return null;
        foreach (Parameter parameter in _parameters)
        {
            if (parameter.IsTaken || parameter.Name != name)
                continue;
            parameter.IsTaken = true;
            return parameter.RawValue;
        }
        return null;
    }

    private static List<Parameter> Split(ReadOnlySpan<char> query)
    {
        var parameters = new List<Parameter>();
        foreach (Range range in query.Split('&'))
        {
            ReadOnlySpan<char> pair = query[range];
            if (pair.IsEmpty)
                continue;
            int equals = pair.IndexOf('=');
            ReadOnlySpan<char> name = equals < 0 ? pair : pair[..equals];
            parameters.Add(new Parameter(name.ToString(), equals < 0 ? "" : pair[(equals + 1)..].ToString()));
        }
        return parameters;
    }

    private sealed class Parameter(string name, string rawValue)
    {
        public string Name { get; } = name;

        public string RawValue { get; } = rawValue;

        public bool IsTaken { get; set; }
    }
}
