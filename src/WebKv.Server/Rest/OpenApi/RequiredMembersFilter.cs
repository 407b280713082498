using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace WebKv.Server.Rest.OpenApi;

/// <summary>Marks as required what a validator wants to be there, so that document and server cannot differ.</summary>
internal sealed class RequiredMembersFilter(IServiceProvider services) : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } properties } shape
            || services.GetService(typeof(IValidator<>).MakeGenericType(context.Type)) is not IValidator validator)
            return;
        IValidatorDescriptor rules = validator.CreateDescriptor();
        foreach (string name in properties.Keys)
            if (rules.GetValidatorsForMember(char.ToUpperInvariant(name[0]) + name[1..])
                .Any(rule => rule.Validator is INotNullValidator or INotEmptyValidator))
                (shape.Required ??= new HashSet<string>()).Add(name);
    }
}
