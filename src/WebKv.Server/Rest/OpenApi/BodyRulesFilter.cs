using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.OpenApi;

/// <summary>Writes into the schema of a body what its validator and its contract say of its members, so that document
/// and server cannot differ: which must be there, which words, times and ranges they may be.</summary>
internal sealed class BodyRulesFilter(IServiceProvider services) : ISchemaFilter
{
    private const string DigitsPattern = "^-?[0-9]+$";

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } properties } shape
            || services.GetService(typeof(IValidator<>).MakeGenericType(context.Type)) is not IValidator validator)
            return;
        IValidationRule[] rules = [.. validator.CreateDescriptor().Rules];
        foreach (PropertyInfo property in context.Type.GetProperties())
        {
            string name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!properties.TryGetValue(name, out IOpenApiSchema? member))
                continue;
            if (property.GetCustomAttribute<JsonNumberHandlingAttribute>() is not null)
                properties[name] = NumberOrDigits();
            // The rules for the elements of a list have the list as their member, too.
            foreach (IPropertyValidator rule in rules
                .Where(rule => rule.Member == property && rule.TypeToValidate == property.PropertyType)
                .SelectMany(rule => rule.Components).Select(component => component.Validator))
                Describe(rule, name, shape, member);
        }
    }

    private static void Describe(IPropertyValidator rule, string name, OpenApiSchema shape, IOpenApiSchema member)
    {
        if (rule is INotNullValidator or INotEmptyValidator)
            (shape.Required ??= new HashSet<string>()).Add(name);
        if (member is not OpenApiSchema form)
            return;
        if (rule is IOneOfValidator { Words: var words })
            form.Enum = [.. words.Select(word => (JsonNode)word)];
        else if (rule is ITimeValidator)
            form.Format = "date-time";
        else if (rule is IBetweenValidator { From: var from, To: var to })
            (form.Minimum, form.Maximum) = ($"{from}", $"{to}");
    }

    private static OpenApiSchema NumberOrDigits() => new()
    {
        OneOf =
        [
            new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
            new OpenApiSchema { Type = JsonSchemaType.String, Pattern = DigitsPattern },
        ],
    };
}
