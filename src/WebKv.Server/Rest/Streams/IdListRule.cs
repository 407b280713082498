using FluentValidation;

namespace WebKv.Server.Rest.Streams;

/// <summary>A list of ids that is neither missing nor too long nor has gaps.</summary>
internal static class IdListRule
{
    public static void IsIdList<T>(this IRuleBuilderInitial<T, IReadOnlyList<string?>?> rule, int max) =>
        rule.Cascade(CascadeMode.Stop).NotEmpty()
            .Must(ids => ids!.Count <= max).WithErrorCode("TooMany").WithMessage($"has more than {max} elements.")
            .Must(ids => ids!.All(id => id is not null)).WithErrorCode("NotNull").WithMessage("has a null element.");
}
