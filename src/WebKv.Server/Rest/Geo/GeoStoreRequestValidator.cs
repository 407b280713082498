using FluentValidation;

namespace WebKv.Server.Rest.Geo;

internal sealed class GeoStoreRequestValidator : AbstractValidator<GeoStoreRequest>
{
    public GeoStoreRequestValidator()
    {
        RuleFor(r => r.Source).NotNull();
        RuleFor(r => r.StoreInto).NotNull();
        RuleFor(r => r.Search).NotNull().SetValidator(new GeoSearchRequestValidator()!);
    }
}
