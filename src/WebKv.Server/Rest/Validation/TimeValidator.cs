using FluentValidation;
using FluentValidation.Validators;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Validation;

/// <summary>A time in RFC 3339, or nothing.</summary>
internal sealed class TimeValidator<T> : PropertyValidator<T, string?>, ITimeValidator
{
    public override string Name => "Rfc3339";

    public override bool IsValid(ValidationContext<T> context, string? value) =>
        value is null || Rfc3339.TryParse(value, out _);

    protected override string GetDefaultMessageTemplate(string errorCode) =>
        "must be a time as in 2030-01-31T12:00:00Z.";
}
