using FluentValidation;
using Google.Protobuf.WellKnownTypes;
using WebKv.Server.Grpc.Messages;

namespace WebKv.Server.Grpc.Validation;

/// <summary>Rules for times; a missing time passes.</summary>
internal static class TimeRules
{
    private const string OutOfRange = "is beyond the range of 64 bits of milliseconds";

    public static void MustBePositive<T>(this IRuleBuilder<T, Duration?> rule) =>
        rule.Must(ttl => ttl is null || (Times.TryMs(ttl, out long ms) && ms > 0))
            .WithMessage("must be at least 1 ms and within 64 bits of milliseconds");

    public static void MustBeAfterEpoch<T>(this IRuleBuilder<T, Timestamp?> rule) =>
        rule.Must(time => time is null || (Times.TryUnixMs(time, out long ms) && ms > 0))
            .WithMessage("must be after 1970-01-01T00:00:00Z and within 64 bits of milliseconds");

    public static void MustBeInRange<T>(this IRuleBuilder<T, Duration?> rule) =>
        rule.Must(ttl => ttl is null || Times.TryMs(ttl, out _)).WithMessage(OutOfRange);

    public static void MustBeInRange<T>(this IRuleBuilder<T, Timestamp?> rule) =>
        rule.Must(time => time is null || Times.TryUnixMs(time, out _)).WithMessage(OutOfRange);
}
