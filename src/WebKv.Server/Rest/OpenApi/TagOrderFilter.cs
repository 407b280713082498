using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace WebKv.Server.Rest.OpenApi;

/// <summary>Puts the chapters into their order, with descriptions.</summary>
internal sealed class TagOrderFilter : IDocumentFilter
{
    public void Apply(OpenApiDocument document, DocumentFilterContext context)
    {
        document.Tags = new HashSet<OpenApiTag>(
            DocTags.All.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
    }
}
