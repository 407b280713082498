using System.Xml.Linq;
using WebKv.Testing;

namespace WebKv.Engine.Tests.Architecture;

/// <summary>Dependencies point one way: Memory, Engine, Persistence, Replication, Server.</summary>
public sealed class ProjectRuleTests
{
    private static readonly string[] Order =
        ["WebKv.Memory", "WebKv.Engine", "WebKv.Persistence", "WebKv.Replication", "WebKv.Server"];

    private static readonly Dictionary<string, XDocument> Projects = Repository.Files("*.csproj")
        .Where(file => file.StartsWith("src/", StringComparison.Ordinal))
        .ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => XDocument.Parse(Repository.Read(file)));

    [Fact]
    public void Projects_AreThoseOfTheArchitecture()
    {
        Assert.Subset(Order.ToHashSet(), Projects.Keys.ToHashSet());
        Assert.All(["WebKv.Memory", "WebKv.Engine", "WebKv.Server"], name => Assert.Contains(name, Projects.Keys));
    }

    [Fact]
    public void References_PointOnlyToLowerProjects() => Assert.All(Projects, project => Assert.All(
        References(project.Key),
        reference => Assert.InRange(Array.IndexOf(Order, reference), 0, Array.IndexOf(Order, project.Key) - 1)));

    [Fact]
    public void Memory_ReferencesNothing()
    {
        Assert.Empty(References("WebKv.Memory"));
        Assert.Empty(Projects["WebKv.Memory"].Descendants("PackageReference"));
    }

    [Fact]
    public void Engine_ReferencesMemoryAndNoFramework()
    {
        Assert.Equal(["WebKv.Memory"], References("WebKv.Engine"));
        Assert.Equal(
            ["System.IO.Hashing"],
            Projects["WebKv.Engine"].Descendants("PackageReference").Select(item => item.Attribute("Include")?.Value));
    }

    [Fact]
    public void UnsafeBlocks_AreAllowedInMemoryOnly()
    {
        string[] allowed = [.. AllProjectFiles().Where(file => XDocument.Parse(Repository.Read(file))
            .Descendants("AllowUnsafeBlocks")
            .Any(setting => bool.Parse(setting.Value)))];
        Assert.Equal(["src/WebKv.Memory/WebKv.Memory.csproj"], allowed);
        Assert.DoesNotContain(
            "AllowUnsafeBlocks",
            File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Web_IsKnownToServerOnly()
    {
        Assert.All(Projects, project => Assert.Equal(
            project.Key == "WebKv.Server" ? "Microsoft.NET.Sdk.Web" : "Microsoft.NET.Sdk",
            project.Value.Root?.Attribute("Sdk")?.Value));
        Assert.All(
            Projects.Where(project => project.Key != "WebKv.Server"),
            project => Assert.Empty(project.Value.Descendants("FrameworkReference")));
    }

    [Fact]
    public void Versions_AreCentral() => Assert.All(AllProjectFiles(), file => Assert.All(
        XDocument.Parse(Repository.Read(file)).Descendants("PackageReference"),
        item => Assert.Null(item.Attribute("Version"))));

    private static string[] AllProjectFiles() => [.. Repository.Files("*.csproj")];

    private static IEnumerable<string> References(string project) => Projects[project]
        .Descendants("ProjectReference")
        .Select(item => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value.Replace('\\', '/')));
}
