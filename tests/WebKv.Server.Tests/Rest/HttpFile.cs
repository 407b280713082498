namespace WebKv.Server.Tests.Rest;

/// <summary>
/// Reads .http files as editors do: requests apart by ###, "@name = value" before use as {{name}}, then method and
/// URL, headers, an empty line, the body. A comment "# expect 404" says which status is meant to come.
/// </summary>
internal static class HttpFile
{
    public static IEnumerable<HttpFileRequest> Read(string text)
    {
        var variables = new Dictionary<string, string>();
        foreach (string block in text.ReplaceLineEndings("\n").Split("\n###"))
        {
            string[] lines = [.. ("#" + block).Split('\n').Select(line => Expand(line, variables))];
            if (Parse(lines, variables) is { } request)
                yield return request;
        }
    }

    private static HttpFileRequest? Parse(string[] lines, Dictionary<string, string> variables)
    {
        int? expected = null;
        int i = 0;
        for (; i < lines.Length && (lines[i].Length == 0 || lines[i][0] is '#' or '@'); i++)
        {
            if (lines[i].StartsWith("# expect "))
                expected = int.Parse(lines[i]["# expect ".Length..]);
            if (lines[i].StartsWith('@') && lines[i][1..].Split('=', 2) is [var name, var value])
                variables[name.Trim()] = Expand(value.Trim(), variables);
        }
        if (i == lines.Length)
            return null;
        string request = Expand(lines[i++], variables).Replace(" HTTP/1.1", "");
        var headers = new List<string>();
        for (; i < lines.Length && lines[i].Length > 0; i++)
            headers.Add(Expand(lines[i], variables));
        string body = Expand(string.Join('\n', lines[i..]), variables).Trim('\n');
        return new HttpFileRequest(request, headers, body.Length == 0 ? null : body, expected);
    }

    private static string Expand(string text, Dictionary<string, string> variables)
    {
        foreach ((string name, string value) in variables)
            text = text.Replace("{{" + name + "}}", value);
        return text;
    }
}
