namespace WebKv.Engine.Tests.Architecture;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Files(string pattern) => Directory
        .EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => file.Split('/') is ["src" or "tests", .. string[] path]
            && !path.Any(folder => folder is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "WebKv.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("WebKv.sln is in no folder above the tests");
        return folder.FullName;
    }
}
