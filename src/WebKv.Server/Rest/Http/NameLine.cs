using WebKv.Engine.Commands;

namespace WebKv.Server.Rest.Http;

/// <summary>Names of a body as a line of arguments, which is how commands take lists of keys.</summary>
internal static class NameLine
{
    public static CommandLine Of(IReadOnlyList<BinaryValue?> names)
    {
        var line = new CommandLine();
        foreach (BinaryValue? name in names)
            line.Add(name!.Bytes);
        return line;
    }
}
