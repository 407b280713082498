using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>Which connections CLIENT KILL means; all conditions must hold.</summary>
internal sealed class ClientFilter
{
    private List<long>? _ids;
    private ClientType _type;
    private string? _remoteAddress;
    private string? _localAddress;
    private long _ageMinMs;

    /// <summary>SKIPME: leave the asking connection alone.</summary>
    public bool SkipsCaller { get; private set; } = true;

    public static Error? Parse(ref ArgReader arguments, out ClientFilter filter)
    {
        filter = new ClientFilter();
        while (arguments.HasNext)
        {
            if (arguments.Remaining < 2)
                return CommonErrors.Syntax;
            if (filter.ReadCondition(arguments.Next(), arguments.Next()) is { } error)
                return error;
        }
        return null;
    }

    public bool Matches(ClientSession session, long nowMs) =>
        _type.Matches(session)
        && (_ids is null || _ids.Contains(session.Id))
        && (_remoteAddress is null || _remoteAddress == session.RemoteAddress)
        && (_localAddress is null || _localAddress == session.LocalAddress)
        && nowMs - session.CreatedAtMs >= _ageMinMs;

    private Error? ReadCondition(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (Keywords.Equal(name, "ID"u8))
            return ReadId(value);
        if (Keywords.Equal(name, "TYPE"u8))
            return ClientType.Parse(value, out _type);
        if (Keywords.Equal(name, "USER"u8))
            return value.SequenceEqual("default"u8) ? null : ConnectionErrors.NoSuchUser(value);
        if (Keywords.Equal(name, "MAXAGE"u8))
            return ReadMaxAge(value);
        if (Keywords.Equal(name, "SKIPME"u8))
            return ReadSkipMe(value);
        if (Keywords.Equal(name, "ADDR"u8))
            _remoteAddress = Encoding.UTF8.GetString(value);
        else if (Keywords.Equal(name, "LADDR"u8))
            _localAddress = Encoding.UTF8.GetString(value);
        else
            return CommonErrors.Syntax;
        return null;
    }

    private Error? ReadId(ReadOnlySpan<byte> value)
    {
        if (!Numbers.TryParseInteger(value, out long id) || id <= 0)
            return ConnectionErrors.ClientIdPositive;
        (_ids ??= []).Add(id);
        return null;
    }

    private Error? ReadMaxAge(ReadOnlySpan<byte> value)
    {
        if (!Numbers.TryParseInteger(value, out long seconds))
            return CommonErrors.IntegerArgument;
        if (seconds <= 0)
            return ConnectionErrors.MaxAgePositive;
        _ageMinMs = (long)Math.Min(seconds * 1000.0, long.MaxValue / 2);
        return null;
    }

    private Error? ReadSkipMe(ReadOnlySpan<byte> value)
    {
        SkipsCaller = Keywords.Equal(value, "yes"u8);
        return SkipsCaller || Keywords.Equal(value, "no"u8) ? null : CommonErrors.Syntax;
    }
}
