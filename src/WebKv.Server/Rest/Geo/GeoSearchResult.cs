namespace WebKv.Server.Rest.Geo;

/// <summary>The members found.</summary>
internal sealed record GeoSearchResult(GeoMatchList Matches);
