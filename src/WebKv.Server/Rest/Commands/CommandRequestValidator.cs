using FluentValidation;

namespace WebKv.Server.Rest.Commands;

internal sealed class CommandRequestValidator : AbstractValidator<CommandRequest>
{
    public CommandRequestValidator() => RuleFor(r => r.Command).IsCommandLine();
}
