using Microsoft.AspNetCore.Http.Metadata;

namespace WebKv.Server.Rest.Http;

/// <summary>Endpoint metadata that replaces the server's default limit of a body.</summary>
internal sealed record BodyLimit(long Bytes) : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => Bytes;
}
