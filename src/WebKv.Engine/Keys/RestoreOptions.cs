using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Keys;

/// <summary>The words that may end a RESTORE, in any order.</summary>
/// <param name="Replace">Overwrite the key if it exists.</param>
/// <param name="IsAbsolute">The time to live is a time, Unix ms.</param>
/// <param name="IdleSeconds">How long ago the key was last accessed.</param>
/// <param name="Frequency">Its counter of accesses.</param>
internal readonly record struct RestoreOptions(bool Replace, bool IsAbsolute, long? IdleSeconds, int? Frequency)
{
    public static Error? Parse(ref ArgReader arguments, out RestoreOptions options)
    {
        options = default;
        while (arguments.HasNext)
        {
            Error? error = null;
            if (arguments.TryKeyword("REPLACE"u8))
                options = options with { Replace = true };
            else if (arguments.TryKeyword("ABSTTL"u8))
                options = options with { IsAbsolute = true };
            else if (arguments.Remaining > 1 && options.Frequency is null && arguments.TryKeyword("IDLETIME"u8))
                error = ParseIdleTime(ref arguments, ref options);
            else if (arguments.Remaining > 1 && options.IdleSeconds is null && arguments.TryKeyword("FREQ"u8))
                error = ParseFrequency(ref arguments, ref options);
            else
                error = CommonErrors.Syntax;
            if (error is not null)
                return error;
        }
        return null;
    }

    private static Error? ParseIdleTime(ref ArgReader arguments, ref RestoreOptions options)
    {
        Error? error = arguments.NextInteger(out long seconds);
        options = options with { IdleSeconds = seconds };
        return error ?? (seconds < 0 ? CommonErrors.IdleTimeNegative : null);
    }

    private static Error? ParseFrequency(ref ArgReader arguments, ref RestoreOptions options)
    {
        Error? error = arguments.NextInteger(out long frequency);
        options = options with { Frequency = (int)Math.Clamp(frequency, 0, byte.MaxValue) };
        return error ?? (frequency is < 0 or > byte.MaxValue ? CommonErrors.FrequencyOutOfRange : null);
    }
}
