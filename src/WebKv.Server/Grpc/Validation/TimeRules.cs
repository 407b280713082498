using FluentValidation;
using Google.Protobuf.WellKnownTypes;
using WebKv.Server.Grpc.Messages;

namespace WebKv.Server.Grpc.Validation;

/// <summary>Rules for times; a missing time passes. What a time that is not in the future means is for the command
/// to say.</summary>
internal static class TimeRules
{
    private const string OutOfRange = "is beyond the range of 64 bits of milliseconds";

    public static void MustBeInRange<T>(this IRuleBuilder<T, Duration?> rule) =>
        rule.Must(ttl => ttl is null || Times.TryMs(ttl, out _)).WithMessage(OutOfRange);

    /// <summary>A wait that must be given.</summary>
    public static void MustBeWait<T>(this IRuleBuilder<T, Duration?> rule) =>
        rule.Must(wait => wait is not null && Times.TryMs(wait, out long ms) && ms > 0)
            .WithMessage("must be set, to 1 ms or more");

    /// <summary>A wait that may be left out.</summary>
    public static void MayBeWait<T>(this IRuleBuilder<T, Duration?> rule) =>
        rule.Must(wait => wait is null || (Times.TryMs(wait, out long ms) && ms >= 0))
            .WithMessage("must not be negative, nor beyond the range of 64 bits of milliseconds");

    public static void MustBeInRange<T>(this IRuleBuilder<T, Timestamp?> rule) =>
        rule.Must(time => time is null || Times.TryUnixMs(time, out _)).WithMessage(OutOfRange);
}
