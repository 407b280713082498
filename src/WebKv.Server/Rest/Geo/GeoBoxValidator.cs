using FluentValidation;

namespace WebKv.Server.Rest.Geo;

internal sealed class GeoBoxValidator : AbstractValidator<GeoBox>
{
    public GeoBoxValidator()
    {
        RuleFor(b => b.Width).NotNull().IsSize();
        RuleFor(b => b.Height).NotNull().IsSize();
    }
}
