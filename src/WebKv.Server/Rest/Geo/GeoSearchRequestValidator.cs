using FluentValidation;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Geo;

internal sealed class GeoSearchRequestValidator : AbstractValidator<GeoSearchRequest>
{
    public GeoSearchRequestValidator()
    {
        RuleFor(r => r).ExactlyOne("member and point", r => r.Member, r => r.Point);
        RuleFor(r => r).ExactlyOne("radius and box", r => r.Radius, r => r.Box);
        RuleFor(r => r.Point).SetValidator(new GeoPlaceValidator()!);
        RuleFor(r => r.Radius).IsSize();
        RuleFor(r => r.Box).SetValidator(new GeoBoxValidator()!);
        RuleFor(r => r.Unit).IsOneOf(GeoWords.Units);
        RuleFor(r => r.Order).IsOneOf(GeoWords.Nearest, GeoWords.Farthest);
        RuleFor(r => r.Limit).GreaterThanOrEqualTo(1);
        RuleFor(r => r.Any).NotEqual(true).When(r => r.Limit is null)
            .WithErrorCode("NeedsLimit").WithMessage("goes with a limit.");
    }
}
