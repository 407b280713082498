using FluentValidation;
using FluentValidation.Validators;

namespace WebKv.Server.Rest.Validation;

/// <summary>One of some words, or nothing.</summary>
internal sealed class OneOfValidator<T>(IReadOnlyList<string> words) : PropertyValidator<T, string?>, IOneOfValidator
{
    public override string Name => "OneOf";

    public IReadOnlyList<string> Words => words;

    public override bool IsValid(ValidationContext<T> context, string? value) =>
        value is null || words.Contains(value);

    protected override string GetDefaultMessageTemplate(string errorCode) =>
        $"must be one of: {string.Join(", ", words)}.";
}
