using System.Net;
using System.Net.Sockets;

namespace WebKv.Benchmarks.Loader;

/// <summary>Connections that subscribe to one channel and read what comes until the process is stopped.</summary>
internal static class Subscribers
{
    public static void Run(int port, string channel, int count)
    {
        var writer = new RespWriter();
        writer.Begin(2);
        writer.Add("SUBSCRIBE"u8);
        writer.Add(channel);
        var sockets = new List<Socket>();
        for (var i = 0; i < count; i++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(IPAddress.Loopback, port);
            socket.Send(writer.Bytes);
            sockets.Add(socket);
        }

        var buffer = new byte[256 * 1024];
        while (true)
        {
            var ready = new List<Socket>(sockets);
            Socket.Select(ready, null, null, -1);
            foreach (var socket in ready)
                if (socket.Receive(buffer) == 0)
                    throw new EndOfStreamException("the server closed a subscriber");
        }
    }
}
