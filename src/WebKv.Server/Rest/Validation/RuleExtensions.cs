using FluentValidation;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Validation;

/// <summary>The rules that several bodies share.</summary>
internal static class RuleExtensions
{
    public static IRuleBuilderOptions<T, string?> IsOneOf<T>(
        this IRuleBuilder<T, string?> rule, params string[] words) =>
        rule.SetValidator(new OneOfValidator<T>(words));

    public static IRuleBuilderOptions<T, string?> IsTime<T>(this IRuleBuilder<T, string?> rule) =>
        rule.SetValidator(new TimeValidator<T>());

    /// <summary>Of options that exclude one another, at most one may be given.</summary>
    public static IRuleBuilderOptions<T, T> AtMostOne<T>(
        this IRuleBuilder<T, T> rule, string names, params Func<T, object?>[] options) =>
        rule.Must(body => Count(body, options) <= 1).OverridePropertyName("$")
            .WithErrorCode("Exclusive").WithMessage($"only one of {names} may be given.");

    public static IRuleBuilderOptions<T, T> ExactlyOne<T>(
        this IRuleBuilder<T, T> rule, string names, params Func<T, object?>[] options) =>
        rule.Must(body => Count(body, options) == 1).OverridePropertyName("$")
            .WithErrorCode("Exclusive").WithMessage($"exactly one of {names} must be given.");

    /// <summary>A list of names that is neither missing nor too long nor has gaps.</summary>
    public static void IsNameList<T>(this IRuleBuilderInitial<T, IReadOnlyList<BinaryValue?>?> rule, int max) =>
        rule.Cascade(CascadeMode.Stop).NotEmpty()
            .Must(names => names!.Count <= max).WithErrorCode("TooMany").WithMessage($"has more than {max} elements.")
            .Must(names => names!.All(name => name is not null))
                .WithErrorCode("NotNull").WithMessage("has a null element.");

    public static IRuleBuilderOptions<T, long?> IsWait<T>(this IRuleBuilderInitial<T, long?> rule) =>
        rule.InclusiveBetween(0, WaitPreference.MsMax);

    private static int Count<T>(T body, Func<T, object?>[] options) =>
        options.Count(option => option(body) is not (null or false));
}
