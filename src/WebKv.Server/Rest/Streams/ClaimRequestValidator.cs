using FluentValidation;
using WebKv.Server.Hosting;

namespace WebKv.Server.Rest.Streams;

internal sealed class ClaimRequestValidator : AbstractValidator<ClaimRequest>
{
    public ClaimRequestValidator(WebKvOptions options)
    {
        RuleFor(r => r.Consumer).NotNull();
        RuleFor(r => r.MinIdleMs).GreaterThanOrEqualTo(0);
        RuleFor(r => r.Ids).IsIdList(options.Limits.PipelineCommands);
        RuleFor(r => r.IdleMs).GreaterThanOrEqualTo(0);
        RuleFor(r => r.Deliveries).GreaterThanOrEqualTo(0);
    }
}
