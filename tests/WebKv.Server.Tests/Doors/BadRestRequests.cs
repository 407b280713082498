namespace WebKv.Server.Tests.Doors;

/// <summary>What is not HTTP, or asks for what the REST door does not have. Expected is what the answer begins with,
/// then what it goes on to have.</summary>
internal static class BadRestRequests
{
    public static IReadOnlyList<BadRequestRow> All { get; } =
    [
        .. BadJsonBodies.All,
        .. BadUrls.All,
        .. BadRanges.All,
        .. BadHttpRequests.All,
        .. BadListInput.Rest,
        .. BadSetRequests.Rest,
        .. BadHashRequests.All,
        .. BadStreamRequests.Rest,
    ];
}
