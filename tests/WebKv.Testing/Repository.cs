namespace WebKv.Testing;

/// <summary>The checked-out tree that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Source files below src/ and tests/ by pattern, relative to the root, in order.</summary>
    public static IEnumerable<string> Files(string pattern) => Directory
        .EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => file.Split('/') is ["src" or "tests", .. string[] path]
            && !path.Any(folder => folder is "bin" or "obj" or "node_modules"))
        .Order(StringComparer.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>
    /// Compares a generated document with the committed one, or rewrites it when the variable UPDATE is set.
    /// </summary>
    public static void AssertDocument(string relativePath, string generated)
    {
        string path = Path.Combine(Root, relativePath);
        if (Environment.GetEnvironmentVariable("UPDATE") is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, generated);
        }
        Assert.True(File.Exists(path), $"{relativePath} is missing: run the tests with UPDATE=1");
        Assert.Equal(generated, File.ReadAllText(path));
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "WebKv.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("the tests run outside the repository");
    }
}
