using FluentValidation;
using Google.Protobuf;
using Google.Protobuf.Collections;
using WebKv.V1;

namespace WebKv.Server.Grpc.Validation;

/// <summary>The validators of KeyService's requests.</summary>
internal static class KeyValidators
{
    private const int PageSizeMax = 1000;

    public static IEnumerable<IValidator> All { get; } =
    [
        new DeleteKeysValidator(),
        new KeysExistValidator(),
        new TouchKeysValidator(),
        new SetExpirationValidator(),
        new ScanKeysValidator(),
        new StreamScanKeysValidator(),
    ];

    internal static void MustHaveKeys<T>(this IRuleBuilder<T, RepeatedField<ByteString>> rule) =>
        rule.Must(keys => keys.Count > 0).WithMessage("must hold at least one key");

    internal static void MustHaveMembers<T>(this IRuleBuilder<T, RepeatedField<ByteString>> rule) =>
        rule.Must(members => members.Count > 0).WithMessage("must hold at least one member");

    internal static void MustBePageSize<T>(this IRuleBuilder<T, int> rule) =>
        rule.InclusiveBetween(0, PageSizeMax).WithMessage($"must be from 1 to {PageSizeMax}, or 0 for the default");

    internal sealed class DeleteKeysValidator : AbstractValidator<DeleteKeysRequest>
    {
        public DeleteKeysValidator() => RuleFor(r => r.Keys).MustHaveKeys();
    }

    internal sealed class TouchKeysValidator : AbstractValidator<TouchKeysRequest>
    {
        public TouchKeysValidator() => RuleFor(r => r.Keys).MustHaveKeys();
    }

    internal sealed class SetExpirationValidator : AbstractValidator<SetExpirationRequest>
    {
        public SetExpirationValidator()
        {
            RuleFor(r => r.DeadlineCase).NotEqual(SetExpirationRequest.DeadlineOneofCase.None)
                .OverridePropertyName("deadline").WithMessage("must be set: ttl or expire_time");
            RuleFor(r => r.Ttl).MustBeInRange();
            RuleFor(r => r.ExpireTime).MustBeInRange();
            RuleFor(r => r.Condition).IsInEnum().WithMessage("is no condition of this version");
        }
    }

    private sealed class KeysExistValidator : AbstractValidator<KeysExistRequest>
    {
        public KeysExistValidator() => RuleFor(r => r.Keys).MustHaveKeys();
    }

    private sealed class ScanKeysValidator : AbstractValidator<ScanKeysRequest>
    {
        public ScanKeysValidator()
        {
            RuleFor(r => r.PageSize).MustBePageSize();
            RuleFor(r => r.Type).IsInEnum().WithMessage("is no type of this version");
        }
    }

    private sealed class StreamScanKeysValidator : AbstractValidator<StreamScanKeysRequest>
    {
        public StreamScanKeysValidator()
        {
            RuleFor(r => r.PageSize).MustBePageSize();
            RuleFor(r => r.Type).IsInEnum().WithMessage("is no type of this version");
        }
    }
}
