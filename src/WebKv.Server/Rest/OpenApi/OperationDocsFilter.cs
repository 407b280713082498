using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.OpenApi;

/// <summary>
/// Writes each operation of the document from its <see cref="OperationDocs"/>: the handlers read the HttpContext, so
/// there is nothing that could be inferred.
/// </summary>
internal sealed class OperationDocsFilter : IOperationFilter
{
    private const string Head = "HEAD";

    private static readonly ErrorCode[] OfEveryOperation = [ErrorCode.InvalidArgument];
    private static readonly ErrorCode[] OfEveryBody = [ErrorCode.MalformedJson, ErrorCode.PayloadTooLarge];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        ApiDescription description = context.ApiDescription;
        OperationDocs docs = description.ActionDescriptor.EndpointMetadata.OfType<OperationDocs>().Single();
        bool isHead = description.HttpMethod == Head;
        operation.OperationId = isHead ? docs.Id.Replace("get", "head", StringComparison.Ordinal) : docs.Id;
        operation.Summary = docs.Summary;
        operation.Description = isHead ? "The same without the body." : docs.Description;
        operation.Tags = new HashSet<OpenApiTagReference> { new(docs.Tag, context.Document) };
        operation.Parameters =
            [.. PathParameters(description), .. docs.Parameters.Select(Describe), .. Common(docs, description)];
        operation.RequestBody = docs.Request.Count == 0 ? null : new OpenApiRequestBody
        {
            Required = true,
            Content = Content(docs.Request, context),
        };
        operation.Responses = Responses(docs, description, context, isHead);
        if (NeedsPassword(description))
            operation.Security = [Scheme("bearer", context), Scheme("basic", context)];
    }

    private static OpenApiSecurityRequirement Scheme(string name, OperationFilterContext context) =>
        new() { [new OpenApiSecuritySchemeReference(name, context.Document)] = [] };

    private static bool NeedsPassword(ApiDescription description) =>
        description.ActionDescriptor.EndpointMetadata.OfType<NeedsCredentials>().Any();

    private static IEnumerable<OpenApiParameter> PathParameters(ApiDescription description) =>
        description.RelativePath!.Split('/')
            .Where(segment => segment.StartsWith('{'))
            .Select(segment => PathDocs.Describe(segment[1..^1]));

    // What operations on data take: the database, and the second way to write names.
    private static IEnumerable<OpenApiParameter> Common(OperationDocs docs, ApiDescription description)
    {
        if (!NeedsPassword(description))
            yield break;
        if (docs.HasDatabase)
            yield return Describe(
                new ParameterDocs("db", JsonSchemaType.Integer, "The logical database; 0 if not given."));
        if (description.RelativePath!.Contains('{'))
            yield return Describe(new ParameterDocs(
                "enc", JsonSchemaType.String, "base64url: the names in the URL are base64url; = is the empty name.")
            {
                Words = ["base64url"],
            });
    }

    private static OpenApiParameter Describe(ParameterDocs docs) => new()
    {
        Name = docs.Name,
        In = docs.In,
        Required = docs.IsRequired,
        Description = docs.Description,
        Example = docs.Example?.DeepClone(),
        Schema = new OpenApiSchema
        {
            Type = docs.Type,
            Format = docs.Format,
            Enum = docs.Words.Count == 0 ? null : [.. docs.Words.Select(word => (JsonNode)word)],
        },
    };

    private static Dictionary<string, OpenApiMediaType> Content(
        IEnumerable<BodyDocs> bodies, OperationFilterContext context) =>
        bodies.ToDictionary(body => body.MediaType, body => new OpenApiMediaType
        {
            Schema = SchemaOf(body, context),
            Examples = body.Examples.Count == 0 ? null : body.Examples.ToDictionary(
                example => example.Name, example => ExampleOf(body, example)),
        });

    private static IOpenApiExample ExampleOf(BodyDocs body, ExampleDocs example) =>
        new OpenApiExample { Value = ValueOf(body, example) };

    private static JsonNode ValueOf(BodyDocs body, ExampleDocs example) =>
        body.MediaType == Representation.Json ? JsonNode.Parse(example.Text)! : (JsonNode)example.Text;

    private static IOpenApiSchema SchemaOf(BodyDocs body, OperationFilterContext context)
    {
        if (body.Schema is not null)
            return context.SchemaGenerator.GenerateSchema(body.Schema, context.SchemaRepository);
        return new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Format = body.MediaType == Representation.Raw ? "binary" : null,
        };
    }

    private static OpenApiResponses Responses(
        OperationDocs docs, ApiDescription description, OperationFilterContext context, bool isHead)
    {
        var responses = new OpenApiResponses();
        foreach (ResponseDocs response in docs.Responses)
            responses[response.Status.ToString()] = new OpenApiResponse
            {
                Description = response.Description,
                Headers = response.Headers.ToDictionary(
                    name => name, name => (IOpenApiHeader)HeaderDocs.Describe(name)),
                Content = isHead || response.Body.Count == 0 ? null : Content(response.Body, context),
            };
        foreach (IGrouping<int, ErrorMapping> status in Errors(docs, description)
            .GroupBy(error => error.HttpStatus).OrderBy(g => g.Key))
            responses[status.Key.ToString()] = ProblemResponse(status, context);
        return responses;
    }

    private static IEnumerable<ErrorMapping> Errors(OperationDocs docs, ApiDescription description)
    {
        IEnumerable<ErrorCode> codes = NeedsPassword(description)
            ? [.. docs.Errors, .. OfEveryOperation, ErrorCode.Unauthenticated, ErrorCode.BadCredentials]
            : docs.Errors;
        if (docs.Request.Count > 0)
            codes = codes.Concat(OfEveryBody);
        if (docs.Request is [{ MediaType: Representation.Json }])
            codes = codes.Append(ErrorCode.UnsupportedMediaType);
        return codes.Distinct().Select(ErrorCatalogue.Of);
    }

    private static OpenApiResponse ProblemResponse(
        IEnumerable<ErrorMapping> errors, OperationFilterContext context) =>
        new()
        {
            Description = string.Join("; ", errors.Select(error => $"{error.Name}: {error.Title}")),
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [ProblemWriter.ContentType] = new()
                {
                    Schema = context.SchemaGenerator.GenerateSchema(typeof(ProblemShape), context.SchemaRepository),
                },
            },
        };
}
