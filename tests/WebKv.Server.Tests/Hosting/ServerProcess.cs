using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WebKv.Server.Tests.Hosting;

/// <summary>The server as people run it: a process of its own, on free ports unless told otherwise.</summary>
public sealed partial class ServerProcess : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    /// <param name="directory">Where it is started; the settings file there counts.</param>
    /// <param name="arguments">Settings as --Name=value; a door that is not named gets a free port.</param>
    public ServerProcess(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "WebKv.Server.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
    }

    /// <summary>Starts it where there is no settings file but the one beside the binary.</summary>
    public static ServerProcess Start(params string[] arguments) => new(
        Path.GetTempPath(), ["--WebKv:Http:Port=0", "--WebKv:Grpc:Port=0", "--WebKv:Resp:Port=0", .. arguments]);

    /// <summary>Reads the lines that tell the doors, as many as are open.</summary>
    public async Task<Dictionary<string, int>> ReadDoorsAsync(int count = 3)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        var doors = new Dictionary<string, int>();
        while (doors.Count < count)
        {
            string? line = await _process.StandardOutput.ReadLineAsync(deadline.Token);
            if (line is null)
                Assert.Fail("it ended: " + await _process.StandardError.ReadToEndAsync(deadline.Token));
            if (DoorLine().Match(line) is { Success: true } door)
                doors[door.Groups["door"].Value] = int.Parse(door.Groups["port"].Value, CultureInfo.InvariantCulture);
        }
        return doors;
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end: exit code and error output.</summary>
    public async Task<(int Code, string Errors)> EndAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        string errors = await _process.StandardError.ReadToEndAsync(deadline.Token);
        await _process.WaitForExitAsync(deadline.Token);
        return (_process.ExitCode, errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    [GeneratedRegex(@"^  (?<door>REST|gRPC|RESP)  \S*?127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex DoorLine();
}
