using System.Text.RegularExpressions;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Tests.Architecture;

public sealed partial class ErrorCatalogueTests
{
    [Fact]
    public void Catalogue_MapsEachCodeOnce() => Assert.Equal(
        Enum.GetValues<ErrorCode>(),
        ErrorCatalogue.All.Select(mapping => mapping.Code).Order());

    [Fact]
    public void Names_AreUniqueAndSayTheCode()
    {
        Assert.Distinct(ErrorCatalogue.All.Select(mapping => mapping.Name));
        Assert.All(ErrorCatalogue.All, mapping => Assert.Equal(Words(mapping.Code), mapping.Name));
    }

    [Fact]
    public void Statuses_AreErrors()
    {
        Assert.All(ErrorCatalogue.All, mapping => Assert.InRange(mapping.HttpStatus, 400, 599));
        Assert.All(ErrorCatalogue.All, mapping => Assert.InRange((int)mapping.GrpcStatus, 1, 16));
        Assert.All(ErrorCatalogue.All, mapping => Assert.False(string.IsNullOrWhiteSpace(mapping.Title)));
    }

    [Fact]
    public void Retryable_AreExactlyThoseThatPass() => Assert.Equal(
        [429, 503],
        ErrorCatalogue.All.Where(each => each.Retryable).Select(each => each.HttpStatus).Distinct().Order());

    private static string Words(ErrorCode code) => WordStart().Replace(code.ToString(), "_").ToUpperInvariant();

    // Before a capital inside the word; "NotAnInteger" is NOT_AN_INTEGER.
    [GeneratedRegex("(?<=[a-zA-Z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
