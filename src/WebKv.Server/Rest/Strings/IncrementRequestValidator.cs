using System.Text;
using FluentValidation;
using WebKv.Engine.Commands;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Strings;

internal sealed class IncrementRequestValidator : AbstractValidator<IncrementRequest>
{
    public IncrementRequestValidator()
    {
        RuleFor(r => r).ExactlyOne("by and byFloat", r => r.By, r => r.ByFloat);
        RuleFor(r => r.ByFloat)
            .Must(number => number is null || RealNumber.TryParse(Encoding.UTF8.GetBytes(number.Text), out _))
            .WithErrorCode("Number").WithMessage("must be a number.");
    }
}
