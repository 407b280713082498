using WebKv.Engine.Strings;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Strings;

/// <summary>What PUT /v1/strings/{key} is to do, apart from the value.</summary>
internal readonly record struct StringWrite
{
    public Expiry Expiry { get; init; }

    public SetCondition Condition { get; init; }

    /// <summary>The form of the previous value, when it is asked for.</summary>
    public Representation? Previous { get; init; }

    /// <summary>Reads the options that come with a raw value in the query.</summary>
    public StringWrite WithOptions(ref UrlInput input) => this with
    {
        Expiry = ReadExpiry(ref input),
        Condition = (SetCondition)((input.Word("condition", "absent", "present") ?? -1) + 1),
    };

    /// <summary>Takes the options that come in the envelope.</summary>
    public StringWrite WithOptions(SetStringRequest request) => this with
    {
        Expiry = request switch
        {
            { TtlMs: { } ttlMs } => Expiry.After(ttlMs),
            { ExpireAt: { } time } when Rfc3339.TryParse(time, out long unixMs) => Expiry.At(unixMs),
            { KeepTtl: true } => Expiry.KeepOld,
            _ => default,
        },
        Condition = request.Condition switch
        {
            "absent" => SetCondition.Absent,
            "present" => SetCondition.Present,
            _ => SetCondition.None,
        },
    };

    private static Expiry ReadExpiry(ref UrlInput input)
    {
        long? ttlMs = input.Integer("ttlMs");
        long? expireAt = input.Time("expireAt");
        bool keepTtl = input.Flag("keepTtl");
        if ((ttlMs is null ? 0 : 1) + (expireAt is null ? 0 : 1) + (keepTtl ? 1 : 0) > 1)
            input.Refuse("ttlMs", "only one of ttlMs, expireAt and keepTtl may be given.");
        if (ttlMs is not null)
            return Expiry.After(ttlMs.Value);
        if (expireAt is not null)
            return Expiry.At(expireAt.Value);
        return keepTtl ? Expiry.KeepOld : default;
    }
}
