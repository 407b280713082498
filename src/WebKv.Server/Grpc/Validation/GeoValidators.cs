using FluentValidation;
using WebKv.V1;
using Place = WebKv.Engine.Geo.GeoPoint;

namespace WebKv.Server.Grpc.Validation;

/// <summary>The validators of GeoService's requests.</summary>
internal static class GeoValidators
{
    public static IEnumerable<IValidator> All { get; } =
    [
        new AddGeoMembersValidator(),
        new GetGeoPositionsValidator(),
        new GetGeoHashesValidator(),
        new GetGeoDistanceValidator(),
        new SearchGeoValidator(),
        new StoreGeoSearchValidator(),
    ];

    private static void MustBePoint<T>(this IRuleBuilder<T, GeoPoint> rule) =>
        rule.NotNull().WithMessage("must be set").SetValidator(new PointValidator());

    private static void MustBeQuery<T>(this IRuleBuilder<T, GeoQuery> rule) =>
        rule.NotNull().WithMessage("must be set").SetValidator(new QueryValidator());

    private static void MustBeUnit<T>(this IRuleBuilder<T, GeoUnit> rule) =>
        rule.IsInEnum().WithMessage("is no unit of this version");

    private static IRuleBuilderOptions<T, double> MustBeSize<T>(this IRuleBuilder<T, double> rule) =>
        rule.Must(size => double.IsFinite(size) && size >= 0).WithMessage("must be a number that is not negative");

    internal sealed class AddGeoMembersValidator : AbstractValidator<AddGeoMembersRequest>
    {
        public AddGeoMembersValidator()
        {
            RuleFor(r => r.Entries).Must(entries => entries.Count > 0).WithMessage("must hold at least one entry");
            RuleForEach(r => r.Entries).ChildRules(entry => entry.RuleFor(e => e.Point).MustBePoint());
            RuleFor(r => r.Condition).IsInEnum().WithMessage("is no condition of this version");
        }
    }

    internal sealed class StoreGeoSearchValidator : AbstractValidator<StoreGeoSearchRequest>
    {
        public StoreGeoSearchValidator() => RuleFor(r => r.Query).MustBeQuery();
    }

    private sealed class GetGeoPositionsValidator : AbstractValidator<GetGeoPositionsRequest>
    {
        public GetGeoPositionsValidator() => RuleFor(r => r.Members).MustHaveMembers();
    }

    private sealed class GetGeoHashesValidator : AbstractValidator<GetGeoHashesRequest>
    {
        public GetGeoHashesValidator() => RuleFor(r => r.Members).MustHaveMembers();
    }

    private sealed class GetGeoDistanceValidator : AbstractValidator<GetGeoDistanceRequest>
    {
        public GetGeoDistanceValidator() => RuleFor(r => r.Unit).MustBeUnit();
    }

    private sealed class SearchGeoValidator : AbstractValidator<SearchGeoRequest>
    {
        public SearchGeoValidator() => RuleFor(r => r.Query).MustBeQuery();
    }

    private sealed class PointValidator : AbstractValidator<GeoPoint>
    {
        public PointValidator()
        {
            RuleFor(p => p.Longitude).InclusiveBetween(-Place.LongitudeMax, Place.LongitudeMax)
                .WithMessage("must be from -180 to 180");
            RuleFor(p => p.Latitude).InclusiveBetween(-Place.LatitudeMax, Place.LatitudeMax)
                .WithMessage("must be from -85.05112878 to 85.05112878");
        }
    }

    private sealed class QueryValidator : AbstractValidator<GeoQuery>
    {
        public QueryValidator()
        {
            RuleFor(q => q.CenterCase).NotEqual(GeoQuery.CenterOneofCase.None)
                .OverridePropertyName("center").WithMessage("must be set: member or point");
            RuleFor(q => q.ShapeCase).NotEqual(GeoQuery.ShapeOneofCase.None)
                .OverridePropertyName("shape").WithMessage("must be set: radius or box");
            RuleFor(q => q.Point).SetValidator(new PointValidator());
            RuleFor(q => q.Radius).MustBeSize();
            RuleFor(q => q.Box).ChildRules(box =>
            {
                box.RuleFor(b => b.Width).MustBeSize();
                box.RuleFor(b => b.Height).MustBeSize();
            });
            RuleFor(q => q.Unit).MustBeUnit();
            RuleFor(q => q.Order).IsInEnum().WithMessage("is no order of this version");
            RuleFor(q => q.Limit).GreaterThan(0).When(q => q.HasLimit).WithMessage("must be 1 or more");
            RuleFor(q => q.Any).Equal(false).When(q => !q.HasLimit).WithMessage("goes with a limit");
        }
    }
}
