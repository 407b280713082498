using FluentValidation;
using WebKv.Engine.Geo;

namespace WebKv.Server.Rest.Geo;

/// <summary>Rules that several bodies on places share.</summary>
internal static class GeoRules
{
    public static void IsLongitude<T>(this IRuleBuilderInitial<T, double?> rule) =>
        rule.NotNull().InclusiveBetween(-GeoPoint.LongitudeMax, GeoPoint.LongitudeMax);

    public static void IsLatitude<T>(this IRuleBuilderInitial<T, double?> rule) =>
        rule.NotNull().InclusiveBetween(-GeoPoint.LatitudeMax, GeoPoint.LatitudeMax);

    public static void IsSize<T>(this IRuleBuilder<T, double?> rule) =>
        rule.Must(size => size is null || (double.IsFinite(size.Value) && size >= 0))
            .WithErrorCode("Size").WithMessage("must be a number that is not negative.");
}
