namespace WebKv.Server.Tests.Rest;

/// <summary>Files of the source tree that tests keep right.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string FindRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "WebKv.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException(
            "the tests do not run inside the source tree");
    }
}
