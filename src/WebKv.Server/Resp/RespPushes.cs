using System.Net.Sockets;
using WebKv.Engine.PubSub;
using WebKv.Engine.Sessions;

namespace WebKv.Server.Resp;

/// <summary>
/// Sends a connection the messages that it is subscribed to, between its replies and never inside one.
/// </summary>
/// <remarks>
/// The idea: messages go out on the thread that published them, many in one write, like replies; there is no thread
/// or task per subscriber. Two things keep the order: the connection holds its subscriber from the first command of a
/// batch until the batch's replies are sent, and whoever sends has the turn.
/// What a client is too slow to read waits in the subscriber's queue; when that is full the client is disconnected,
/// since RESP has no word for a gap. Thread rule: <see cref="Wake"/> is for any thread, the rest for the connection.
/// </remarks>
internal sealed class RespPushes
{
    private const int ItemsAtOnce = 64;
    private const long BytesAtOnce = 64 * 1024;

    private readonly Socket _socket;
    private readonly ClientSession _session;
    private readonly Subscriber _subscriber;
    private readonly RespOutput _output = new();
    private readonly RespReplyWriter _writer;
    private readonly SendTurn _turn = new();
    private readonly PushItem[] _items = new PushItem[ItemsAtOnce];

    public RespPushes(Socket socket, ClientSession session, Subscriber subscriber)
    {
        _socket = socket;
        _session = session;
        _subscriber = subscriber;
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
        Wake();
    }

    /// <summary>Sends what there is, unless somebody does so already.</summary>
    public void Wake()
    {
        if (_subscriber.Dropped > 0)
            _session.Abort();
        else if (_turn.TryTake())
            _ = SendMessagesAsync();
    }

    // Has the turn.
    private async Task SendMessagesAsync()
    {
        try
        {
            while (true)
            {
                while (FormatSome())
                {
                    await _output.SendAsync(_socket);
                    // The thread that has published is not kept for what others publish meanwhile.
                    if (_subscriber.IsReadable)
                        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                }
                _turn.Release();
                if (!_subscriber.IsReadable || !_turn.TryTake())
                    return;
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The client is gone: the connection notices it, too, and ends.
            _output.Clear();
            _session.Abort();
            _turn.Release();
        }
    }

    private bool FormatSome()
    {
        int count = _subscriber.Take(_items, BytesAtOnce);
        foreach (ref PushItem item in _items.AsSpan(0, count))
        {
            item.WriteTo(_writer);
            item.Release();
            item = default;
        }
        return count > 0;
    }
}
