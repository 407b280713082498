using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Hashes;

internal sealed class HashGetRequestValidator : AbstractValidator<HashGetRequest>
{
    public HashGetRequestValidator(WebKvOptions options)
    {
        RuleFor(r => r.Fields).IsNameList(options.Limits.PipelineCommands);
        RuleFor(r => r.ExpireAt).IsTime();
        RuleFor(r => r).AtMostOne(
            "delete, ttlMs, expireAt and persist", r => r.Delete, r => r.TtlMs, r => r.ExpireAt, r => r.Persist);
    }
}
