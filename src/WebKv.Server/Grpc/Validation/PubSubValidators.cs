using FluentValidation;
using WebKv.V1;

namespace WebKv.Server.Grpc.Validation;

/// <summary>The validators of PubSubService's requests.</summary>
internal static class PubSubValidators
{
    public static IEnumerable<IValidator> All { get; } =
    [
        new SubscribeValidator(),
        new SubscribeSessionValidator(),
    ];

    private static void MustNameSomething<T>(this IRuleBuilder<T, ChannelSelection?> rule) => rule
        .Must(selection => selection
            is { Channels.Count: > 0 } or { Patterns.Count: > 0 } or { ShardChannels.Count: > 0 })
        .WithMessage("must name at least one channel, pattern or sharded channel");

    private sealed class SubscribeValidator : AbstractValidator<SubscribeRequest>
    {
        public SubscribeValidator() => RuleFor(r => r.Selection).MustNameSomething();
    }

    private sealed class SubscribeSessionValidator : AbstractValidator<SubscribeSessionRequest>
    {
        public SubscribeSessionValidator()
        {
            RuleFor(r => r.ActionCase).NotEqual(SubscribeSessionRequest.ActionOneofCase.None)
                .OverridePropertyName("action").WithMessage("must be set: subscribe or unsubscribe");
            When(r => r.Subscribe is not null, () => RuleFor(r => r.Subscribe).MustNameSomething());
            When(r => r.Unsubscribe is not null, () => RuleFor(r => r.Unsubscribe).MustNameSomething());
        }
    }
}
