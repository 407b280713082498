using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Commands;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.Streams;

namespace WebKv.Server.Rest.OpenApi;

/// <summary>The OpenAPI document at /openapi/v1.json and Swagger UI at /swagger; both open to everyone, as they hold
/// nothing but what the documentation says.</summary>
internal static class OpenApiHosting
{
    private const string UiPath = "/swagger";
    private const string UiDocument = "/openapi/3.0/v1.json";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(Configure);

    /// <remarks>
    /// The document is an endpoint and the UI a branch, so that neither costs other requests anything. The contract is
    /// OpenAPI 3.1. Swagger UI reads the same document as 3.0: what it does to a 3.1 one when an operation is opened
    /// grows with the whole document and is over a second for this one.
    /// </remarks>
    public static void UseOpenApiDocument(this WebApplication app)
    {
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments(UiPath),
            branch => branch.UseSwaggerUI(ui =>
            {
                ui.SwaggerEndpoint(UiDocument, "WebKv v1");
                ui.DocumentTitle = "WebKv";
                ui.EnablePersistAuthorization();
                ui.EnableDeepLinking();
                ui.EnableFilter();
                ui.EnableTryItOutByDefault();
                ui.DisplayRequestDuration();
                ui.DocExpansion(Swashbuckle.AspNetCore.SwaggerUI.DocExpansion.None);
            }));
        app.MapSwagger(
            "/openapi/{documentName}.json", swagger => swagger.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.MapSwagger(
            "/openapi/3.0/{documentName}.json", swagger => swagger.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0);
    }

    private static void Configure(SwaggerGenOptions swagger)
    {
        swagger.SwaggerDoc("v1", new OpenApiInfo
        {
            Title = "WebKv",
            Version = ServerHost.Version,
            Description = "An in-memory data-structure server. The same keys are served over gRPC and the Redis "
                + "protocol.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        });
        // The order of the chapters, then of the paths.
        swagger.OrderActionsBy(operation =>
            $"{DocTags.PositionOf(operation):00} {operation.RelativePath} {operation.HttpMethod}");
        swagger.CustomSchemaIds(type => type.Name.Replace("Shape", "", StringComparison.Ordinal));
        swagger.SupportNonNullableReferenceTypes();
        swagger.NonNullableReferenceTypesAsRequired();
        swagger.MapType<BinaryValue>(Bytes);
        swagger.MapType<ValueList>(() => ListOf(OneOf(Text(), Base64(), Null())));
        swagger.MapType<FieldList>(() => ListOf(Pair("field", Bytes(), "value", Bytes())));
        swagger.MapType<EntryItem>(Entry);
        swagger.MapType<EntryList>(() => ListOf(Entry()));
        swagger.MapType<StreamList>(() => ListOf(Pair("key", Bytes(), "entries", ListOf(Entry()))));
        swagger.MapType<ScoredList>(() => ListOf(Pair("member", Bytes(), "score", Double())));
        swagger.MapType<JsonDouble>(Double);
        swagger.MapType<JsonNumber>(() => OneOf(Number(), Text()));
        swagger.MapType<CommandWord>(() => OneOf(Text(), Number(), Base64()));
        swagger.OperationFilter<OperationDocsFilter>();
        swagger.SchemaFilter<BodyRulesFilter>();
        swagger.DocumentFilter<TagOrderFilter>();
        AddSecurity(swagger);
    }

    private static void AddSecurity(SwaggerGenOptions swagger)
    {
        swagger.AddSecurityDefinition("bearer", new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The password of the server, if it has one.",
        });
        swagger.AddSecurityDefinition("basic", new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "basic",
            Description = "User name \"default\" or none, and the password of the server.",
        });
    }

    private static OpenApiSchema OneOf(params IList<IOpenApiSchema> forms) => new() { OneOf = forms };

    private static OpenApiSchema ListOf(OpenApiSchema item) => new() { Type = JsonSchemaType.Array, Items = item };

    private static OpenApiSchema Pair(string first, OpenApiSchema firstForm, string second, OpenApiSchema secondForm) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema> { [first] = firstForm, [second] = secondForm },
            Required = new HashSet<string> { first, second },
        };

    private static OpenApiSchema Entry() =>
        Pair("id", Text(), "fields", ListOf(Pair("field", Bytes(), "value", Bytes())));

    private static OpenApiSchema Bytes() => OneOf(Text(), Base64());

    private static OpenApiSchema Double() => OneOf(Number(), new OpenApiSchema
    {
        Type = JsonSchemaType.String,
        Enum = ["inf", "-inf"],
    });

    private static OpenApiSchema Null() => new() { Type = JsonSchemaType.Null };

    private static OpenApiSchema Number() => new() { Type = JsonSchemaType.Number };

    private static OpenApiSchema Text() => new()
    {
        Type = JsonSchemaType.String,
        Description = "UTF-8 text",
        Examples = [(JsonNode)"hello"],
    };

    private static OpenApiSchema Base64() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "any bytes",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["base64"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "byte" },
        },
        Required = new HashSet<string> { "base64" },
        AdditionalPropertiesAllowed = false,
        Examples = [new JsonObject { ["base64"] = "AP8=" }],
    };
}
