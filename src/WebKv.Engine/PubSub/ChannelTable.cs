namespace WebKv.Engine.PubSub;

/// <summary>
/// All channels of one namespace, spread over stripes by name.
/// </summary>
/// <remarks>
/// A channel's gate is held while a message of it is queued to everybody, so all see the messages of one channel in
/// one order, and publishers of different channels rarely meet.
/// </remarks>
internal sealed class ChannelTable
{
    private const int StripeCount = 64;

    private readonly ChannelStripe[] _stripes = [.. Enumerable.Range(0, StripeCount).Select(_ => new ChannelStripe())];

    /// <summary>Channels that have subscribers.</summary>
    public int Count => _stripes.Sum(stripe => stripe.Count);

    public ReadOnlySpan<ChannelStripe> Stripes => _stripes;

    public ChannelStripe StripeOf(ReadOnlySpan<byte> name) =>
        _stripes[(NameComparer.HashOf(name) >>> 16) & (StripeCount - 1)];

    /// <summary>Does something while no message is being published.</summary>
    public void WhileQuiet(Action act)
    {
        int entered = 0;
        try
        {
            for (; entered < StripeCount; entered++)
                _stripes[entered].Gate.Enter();
            act();
        }
        finally
        {
            while (--entered >= 0)
                _stripes[entered].Gate.Exit();
        }
    }
}
