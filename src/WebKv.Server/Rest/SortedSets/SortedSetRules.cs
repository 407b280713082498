using FluentValidation;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>Rules that several bodies on sorted sets share.</summary>
internal static class SortedSetRules
{
    public const int PopCountMax = 1000;

    public static void IsMode<T>(this IRuleBuilderInitial<T, string?> rule) => rule.IsOneOf(ScoreModes.Words);

    public static void IsEnd<T>(this IRuleBuilderInitial<T, string?> rule) => rule.NotNull().IsOneOf("min", "max");

    public static void IsPopCount<T>(this IRuleBuilderInitial<T, long?> rule) =>
        rule.InclusiveBetween(1, PopCountMax);
}
