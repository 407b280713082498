using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Strings;

/// <summary>
/// The expiry that a SET or GETEX asks for: none, the old one, or a time, relative or absolute, in ms.
/// </summary>
/// <remarks>
/// A relative time becomes absolute when the command runs, by the clock that is frozen for it. Times must be
/// positive and must not overflow 64 bits; GETEX alone accepts absolute times that are past.
/// </remarks>
public readonly record struct Expiry
{
    private const long MsPerSecond = 1000;

    private readonly Kind _kind;
    private readonly long _ms;

    private Expiry(Kind kind, long ms = 0)
    {
        _kind = kind;
        _ms = ms;
    }

    private enum Kind
    {
        Unset,
        KeepOld,
        Remove,
        After,
        At,
    }

    /// <summary>KEEPTTL.</summary>
    public static Expiry KeepOld => new(Kind.KeepOld);

    /// <summary>PERSIST.</summary>
    public static Expiry Remove => new(Kind.Remove);

    public bool IsUnset => _kind == Kind.Unset;

    public bool KeepsOld => _kind == Kind.KeepOld;

    public bool Removes => _kind == Kind.Remove;

    public static Expiry After(long ms) => new(Kind.After, ms);

    public static Expiry At(long unixMs) => new(Kind.At, unixMs);

    /// <summary>The absolute expiry, 0 where there is none; false when it is not a valid time.</summary>
    public bool TryResolve(long nowMs, out long expiryMs)
    {
        expiryMs = 0;
        if (_kind is not (Kind.After or Kind.At))
            return true;
        if (_ms <= 0 || (_kind == Kind.After && _ms > long.MaxValue - nowMs))
            return false;
        expiryMs = _kind == Kind.After ? nowMs + _ms : _ms;
        return true;
    }

    /// <summary>Reads one option with its argument: EX, PX, EXAT, PXAT, KEEPTTL.</summary>
    public static Error? Parse(ref ArgReader arguments, string commandName, out Expiry expiry)
    {
        expiry = default;
        if (arguments.TryKeyword("KEEPTTL"u8))
        {
            expiry = KeepOld;
            return null;
        }
        return ParseTime(ref arguments, commandName, out expiry);
    }

    /// <summary>Reads EX, PX, EXAT or PXAT with its argument. The expiry is set even if its time is wrong, so that the
    /// caller can look for syntax errors first, as Redis does.</summary>
    public static Error? ParseTime(ref ArgReader arguments, string commandName, out Expiry expiry)
    {
        expiry = default;
        bool seconds;
        Kind kind;
        if (arguments.TryKeyword("EX"u8))
            (kind, seconds) = (Kind.After, true);
        else if (arguments.TryKeyword("PX"u8))
            (kind, seconds) = (Kind.After, false);
        else if (arguments.TryKeyword("EXAT"u8))
            (kind, seconds) = (Kind.At, true);
        else if (arguments.TryKeyword("PXAT"u8))
            (kind, seconds) = (Kind.At, false);
        else
            return CommonErrors.Syntax;
        return arguments.HasNext
            ? ParseTime(ref arguments, commandName, kind, seconds, out expiry)
            : CommonErrors.Syntax;
    }

    /// <summary>Reads the time of SETEX and PSETEX, which is relative.</summary>
    internal static Error? ParseAfter(ref ArgReader arguments, CommandInfo command, bool seconds, out Expiry expiry) =>
        ParseTime(ref arguments, command.Name, Kind.After, seconds, out expiry);

    private static Error? ParseTime(
        ref ArgReader arguments, string commandName, Kind kind, bool seconds, out Expiry expiry)
    {
        expiry = new Expiry(kind);
        if (arguments.NextInteger(out long time) is { } error)
            return error;
        if (time <= 0 || (seconds && time > long.MaxValue / MsPerSecond))
            return CommonErrors.InvalidExpireTime(commandName);
        expiry = new Expiry(kind, seconds ? time * MsPerSecond : time);
        return null;
    }
}
