using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace WebKv.Testing.Peers;

/// <summary>
/// A redis-server of this machine as a process of its own: on a free loopback port, without persistence, in a
/// directory that goes away with it.
/// </summary>
/// <remarks>
/// It is ready when it says so on its standard output; nothing polls. A port may be taken between the moment when it
/// was found free and the start, so a start that fails is tried again with another port.
/// </remarks>
public sealed class RedisServer : IDisposable
{
    private const int StartAttempts = 5;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("redis-peer-");
    private readonly Process _process;

    private RedisServer(string binary, int port, string[] options)
    {
        Port = port;
        var start = new ProcessStartInfo(binary)
        {
            RedirectStandardOutput = true,
            WorkingDirectory = _directory.FullName,
        };
        string[] fixedOptions =
        [
            "--port", port.ToString(CultureInfo.InvariantCulture),
            "--bind", IPAddress.Loopback.ToString(),
            "--save", "",
            "--appendonly", "no",
        ];
        foreach (string option in fixedOptions.Concat(options))
            start.ArgumentList.Add(option);
        _process = new Process { StartInfo = start };
    }

    public int Port { get; }

    /// <summary>Path of the first redis-server on the PATH, or null.</summary>
    public static string? FindBinary() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(directory => Path.Combine(directory, "redis-server"))
        .FirstOrDefault(File.Exists);

    /// <summary>Starts a server; without the binary, the test that asks for it is skipped and says why.</summary>
    /// <param name="options">Further arguments of redis-server, such as "--maxmemory", "100mb".</param>
    public static RedisServer StartOrSkip(params string[] options)
    {
        if (FindBinary() is not { } binary)
        {
            Assert.Skip("There is no redis-server on the PATH to compare with.");
            throw new UnreachableException();
        }
        for (int attempt = 0; attempt < StartAttempts; attempt++)
        {
            var server = new RedisServer(binary, FindFreePort(), options);
            if (server.TryStart())
                return server;
            server.Dispose();
        }
        throw new InvalidOperationException($"{binary} did not start");
    }

    public RespClient Connect() => new(Port);

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _directory.Delete(recursive: true);
    }

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private bool TryStart()
    {
        var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                ready.TrySetResult(false);
            else if (line.Data.Contains("Ready to accept connections", StringComparison.Ordinal))
                ready.TrySetResult(true);
        };
        _process.Start();
        _process.BeginOutputReadLine();
        return ready.Task.Wait(StartLimit) && ready.Task.Result;
    }
}
