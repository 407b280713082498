using System.Globalization;
using System.Text;
using WebKv.Engine.PubSub;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>
/// One connection as a line of CLIENT LIST. Fields without a meaning here keep the value that Redis gives them when
/// there is nothing to tell, since tools read the line by field name.
/// </summary>
internal static class ClientLine
{
    public static void AppendTo(StringBuilder text, ClientSession session, long nowMs)
    {
        int queued = session.Transaction.IsOpen ? session.Transaction.Queue.Count : -1;
        long bytes = session.BufferedBytes;
        long messages = session.Subscriber?.PendingBytes ?? 0;
        text.Append(CultureInfo.InvariantCulture, $"id={session.Id} addr={session.RemoteAddress}")
            .Append(CultureInfo.InvariantCulture, $" laddr={session.LocalAddress} fd=-1 name={session.Name}")
            .Append(CultureInfo.InvariantCulture, $" age={Seconds(session.CreatedAtMs, nowMs)}")
            .Append(CultureInfo.InvariantCulture, $" idle={Seconds(session.LastActiveAtMs, nowMs)}")
            .Append(CultureInfo.InvariantCulture, $" flags={Flags(session)} db={session.Database}")
            .Append(CultureInfo.InvariantCulture, $" sub={Subscriptions(session, SubscriptionKind.Channel)}")
            .Append(CultureInfo.InvariantCulture, $" psub={Subscriptions(session, SubscriptionKind.Pattern)}")
            .Append(CultureInfo.InvariantCulture, $" ssub={Subscriptions(session, SubscriptionKind.ShardChannel)}")
            .Append(CultureInfo.InvariantCulture, $" multi={queued}")
            .Append(CultureInfo.InvariantCulture, $" watch={session.Transaction.Watch?.Keys.Count ?? 0}")
            .Append(CultureInfo.InvariantCulture, $" qbuf={bytes} qbuf-free=0 argv-mem=0")
            .Append(CultureInfo.InvariantCulture, $" multi-mem={session.Transaction.QueuedBytes} rbs=0 rbp=0")
            .Append(CultureInfo.InvariantCulture, $" obl=0 oll=0 omem={messages}")
            .Append(CultureInfo.InvariantCulture, $" tot-mem={bytes + messages + session.Transaction.QueuedBytes}")
            .Append(CultureInfo.InvariantCulture, $" events=r cmd={session.LastCommand} user=default redir=-1")
            .Append(CultureInfo.InvariantCulture, $" resp={session.Protocol} lib-name={session.LibraryName}")
            .Append(CultureInfo.InvariantCulture, $" lib-ver={session.LibraryVersion}\n");
    }

    private static int Subscriptions(ClientSession session, SubscriptionKind kind) =>
        session.Subscriber?.CountOf(kind) ?? 0;

    private static long Seconds(long sinceMs, long nowMs) => Math.Max(0, nowMs - sinceMs) / 1000;

    private static string Flags(ClientSession session)
    {
        var flags = new StringBuilder();
        if (session.Waiter is not null)
            flags.Append('b');
        if (session.IsSubscribed)
            flags.Append('P');
        if (session.Transaction.IsOpen)
            flags.Append('x');
        if (session.Transaction.Watch is { Changed: true })
            flags.Append('d');
        if (session.NoEvict)
            flags.Append('e');
        if (session.NoTouch)
            flags.Append('T');
        return flags.Length == 0 ? "N" : flags.ToString();
    }
}
