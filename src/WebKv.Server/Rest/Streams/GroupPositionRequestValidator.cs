using FluentValidation;

namespace WebKv.Server.Rest.Streams;

internal sealed class GroupPositionRequestValidator : AbstractValidator<GroupPositionRequest>
{
    public GroupPositionRequestValidator()
    {
        RuleFor(r => r.Id).NotNull();
        RuleFor(r => r.EntriesRead).GreaterThanOrEqualTo(0);
    }
}
