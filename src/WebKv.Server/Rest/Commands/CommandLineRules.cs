using FluentValidation;

namespace WebKv.Server.Rest.Commands;

/// <summary>The rules of command lines in bodies.</summary>
internal static class CommandLineRules
{
    public static void IsCommandLine<T>(this IRuleBuilder<T, IReadOnlyList<CommandWord?>?> rule) => rule
        .Must(line => line is { Count: > 0 }).WithErrorCode("NotEmpty").WithMessage("must have a command's name.")
        .Must(line => line is null || line.All(word => word is not null))
            .WithErrorCode("NotNull").WithMessage("has a null word.");

    public static void AreCommandLines<T>(
        this IRuleBuilderInitial<T, IReadOnlyList<IReadOnlyList<CommandWord?>?>?> rule, int max) =>
        rule.Cascade(CascadeMode.Stop).NotEmpty()
            .Must(lines => lines!.Count <= max).WithErrorCode("TooMany").WithMessage($"has more than {max} commands.")
            .ForEach(line => line.IsCommandLine());
}
