using FluentValidation;

namespace WebKv.Server.Rest.Geo;

internal sealed class GeoEntryValidator : AbstractValidator<GeoEntry>
{
    public GeoEntryValidator()
    {
        RuleFor(e => e.Member).NotNull();
        RuleFor(e => e.Longitude).IsLongitude();
        RuleFor(e => e.Latitude).IsLatitude();
    }
}
