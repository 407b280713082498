using FluentValidation;

namespace WebKv.Server.Rest.Geo;

internal sealed class GeoPlaceValidator : AbstractValidator<GeoPlace>
{
    public GeoPlaceValidator()
    {
        RuleFor(p => p.Longitude).IsLongitude();
        RuleFor(p => p.Latitude).IsLatitude();
    }
}
