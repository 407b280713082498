using System.Diagnostics;
using System.Net.Sockets;
using WebKv.Engine.PubSub;
using WebKv.Engine.Sessions;

namespace WebKv.Server.Resp;

/// <summary>
/// Sends a connection the messages that it is subscribed to, between its replies and never inside one.
/// </summary>
/// <remarks>
/// The idea: messages go out on the thread that published them, many in one write, like replies; there is no thread
/// or task per subscriber. A write costs as much as publishing fifty messages, so while messages come faster than
/// <see cref="BurstTicks"/> apart they are collected, up to <see cref="Subscriber.BurstBytes"/> or a tick of the
/// <see cref="PushClock"/>; any other is sent at once.
/// Two things keep the order: the connection holds its subscriber from the first command of a batch until the batch's
/// replies are sent, and whoever sends has the turn. What a client is too slow to read waits in the subscriber's
/// queue; when that is full the client is disconnected, since RESP has no word for a gap.
/// Thread rule: <see cref="Wake"/> and <see cref="Ring"/> are for any thread, the rest for the connection.
/// </remarks>
internal sealed class RespPushes
{
    private const int ItemsAtOnce = 64;
    private const int FlushBytes = 64 * 1024;

    // 30 microseconds: at this rate a tick of the clock collects as many messages as a write costs.
    private static readonly long BurstTicks = Stopwatch.Frequency * 30 / 1_000_000;

    private readonly Socket _socket;
    private readonly ClientSession _session;
    private readonly Subscriber _subscriber;
    private readonly PushClock _clock;
    private readonly RespOutput _output = new();
    private readonly RespReplyWriter _writer;
    private readonly SendTurn _turn = new();
    private readonly PushItem[] _items = new PushItem[ItemsAtOnce];

    // What was sent last and when: how fast messages come. Guesses may be torn or stale.
    private long _sentAt;
    private int _sentMessages;
    private int _isCollecting;

    public RespPushes(Socket socket, ClientSession session, Subscriber subscriber, PushClock clock)
    {
        _socket = socket;
        _session = session;
        _subscriber = subscriber;
        _clock = clock;
        _writer = new RespReplyWriter(_output, session);
    }

    /// <summary>The connection is about to reply.</summary>
    public void Hold() => _subscriber.Hold();

    /// <summary>Sends a connection's replies when it is their turn.</summary>
    public async ValueTask SendRepliesAsync(RespOutput replies)
    {
        await _turn.TakeAsync();
        try
        {
            await replies.SendAsync(_socket);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The connection has replied: messages may be sent again, and those that came meanwhile are.</summary>
    public void LetGo()
    {
        _subscriber.LetGo();
        Send();
    }

    /// <summary>There are messages to send.</summary>
    public void Wake()
    {
        if (_subscriber.Dropped > 0)
            _session.Abort();
        else if (_subscriber.PendingBytes >= Subscriber.BurstBytes || !IsBurst())
            Send();
        else if (Interlocked.Exchange(ref _isCollecting, 1) == 0)
            _clock.Add(this);
    }

    /// <summary>The clock has rung.</summary>
    public void Ring()
    {
        Volatile.Write(ref _isCollecting, 0);
        Send();
    }

    private bool IsBurst() => Stopwatch.GetTimestamp() - _sentAt < BurstTicks * _sentMessages;

    // Sends what there is, unless somebody does so already.
    private void Send()
    {
        if (_turn.TryTake())
            _ = SendMessagesAsync();
    }

    // Has the turn.
    private async Task SendMessagesAsync()
    {
        try
        {
            while (true)
            {
                bool isAll = Format();
                if (_output.PendingBytes > 0)
                    await _output.SendAsync(_socket);
                if (isAll)
                    break;
                // The thread that has published is not kept for what others publish meanwhile.
                await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            }
            _turn.Release();
            // Who published meanwhile has found the turn taken.
            if (_subscriber.IsReadable)
                ThreadPool.UnsafeQueueUserWorkItem(static pushes => pushes.Wake(), this, preferLocal: false);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The client is gone: the connection notices it, too, and ends.
            _output.Clear();
            _session.Abort();
            _turn.Release();
        }
    }

    // Formats what there is, up to about the size of a write; true when nothing is left.
    private bool Format()
    {
        // Room at once: a buffer that grows is copied several times.
        _output.GetSpan((int)Math.Min(_subscriber.PendingBytes, FlushBytes));
        int messages = 0;
        int count;
        while ((count = FormatSome()) > 0 && _output.PendingBytes < FlushBytes)
            messages += count;
        messages += count;
        if (messages > 0)
        {
            _sentMessages = messages;
            _sentAt = Stopwatch.GetTimestamp();
        }
        return count == 0;
    }

    private int FormatSome()
    {
        int count = _subscriber.Take(_items, FlushBytes);
        foreach (ref PushItem item in _items.AsSpan(0, count))
        {
            if (item is { Message: { Blob.IsNull: true } message, Pattern: null })
                _writer.Push(message.Encoded ??= _writer.Encode(item));
            else
                item.WriteTo(_writer);
            item.Release();
            item = default;
        }
        return count;
    }
}
