using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Grpc.Net.Client;
using WebKv.Testing;
using WebKv.Testing.Peers;
using WebKv.V1;

namespace WebKv.Server.Tests.Hosting;

/// <summary>Starting and stopping as people see it: exit codes, sentences, settings.</summary>
public sealed class ServerProcessTests
{
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("WebKv:Auth:Password", "--WebKv:Bind=0.0.0.0")]
    [InlineData("WebKv:Bind", "--WebKv:Bind=nowhere")]
    [InlineData("WebKv:Http:Port is 70000", "--WebKv:Http:Port=70000")]
    [InlineData("WebKv:Grpc:Port is -2", "--WebKv:Grpc:Port=-2")]
    [InlineData("Port", "--WebKv:Resp:Port=many")]
    [InlineData("Htpp", "--WebKv:Htpp:Port=1")]
    [InlineData("WebKv:Engine:Shards is 3", "--WebKv:Engine:Shards=3")]
    [InlineData("WebKv:Engine:Databases is 0", "--WebKv:Engine:Databases=0")]
    [InlineData("WebKv:Notifications is 'KEq'", "--WebKv:Notifications=KEq")]
    [InlineData("WebKv:Limits:SubscriberBytes", "--WebKv:Limits:SubscriberBytes=10")]
    [InlineData("WebKv:Memory:Max is -1", "--WebKv:Memory:Max=-1")]
    public async Task Start_WrongSetting_IsNamed(string named, string argument)
    {
        using ServerProcess server = ServerProcess.Start(argument);
        (int code, string errors) = await server.EndAsync();
        Assert.Equal(1, code);
        Assert.StartsWith("WebKv cannot start: ", errors);
        Assert.Contains(named, errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Theory]
    [InlineData("Http")]
    [InlineData("Grpc")]
    [InlineData("Resp")]
    public async Task Start_PortTaken_IsOneClearLine(string door)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using ServerProcess server = ServerProcess.Start($"--WebKv:{door}:Port={port}");
        (int code, string errors) = await server.EndAsync();
        Assert.Equal(1, code);
        string line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("WebKv cannot start: ", line);
        Assert.Contains($"{port}", line);
    }

    [Theory]
    [InlineData("Http", "REST")]
    [InlineData("Grpc", "gRPC")]
    [InlineData("Resp", "RESP")]
    public async Task Start_DoorOfMinusOne_StaysClosed(string setting, string door)
    {
        using ServerProcess server = ServerProcess.Start($"--WebKv:{setting}:Port=-1");
        Dictionary<string, int> doors = await server.ReadDoorsAsync(count: 2);
        Assert.DoesNotContain(door, doors.Keys);
        Assert.All(doors.Values, port => Assert.NotEqual(0, port));
        server.Terminate();
        Assert.Equal(0, (await server.EndAsync()).Code);
    }

    [Fact]
    public async Task Start_SettingsFileOfTheDirectory_IsRead()
    {
        string directory = Directory.CreateTempSubdirectory("webkv-").FullName;
        string settings = Repository.Read("appsettings.json")
            .Replace("5080", "-1").Replace("5081", "0").Replace("6379", "0");
        await File.WriteAllTextAsync(
            Path.Combine(directory, "appsettings.json"), settings, TestContext.Current.CancellationToken);
        using var server = new ServerProcess(directory);
        Assert.Equal(["RESP", "gRPC"], (await server.ReadDoorsAsync(count: 2)).Keys.Order(StringComparer.Ordinal));
        server.Terminate();
        Assert.Equal(0, (await server.EndAsync()).Code);
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task DotnetRun_StartsInTheRoot_WhoseSettingsFileCounts()
    {
        var start = new ProcessStartInfo(
            "dotnet", ["msbuild", "src/WebKv.Server", "-getProperty:RunWorkingDirectory", "-nologo"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        string folder = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Repository.Root, Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Trim())));
    }

    [Fact]
    public async Task Terminate_OpenConnectionsAndStreams_EndsAtOnceWithZero()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        using ServerProcess server = ServerProcess.Start();
        Dictionary<string, int> doors = await server.ReadDoorsAsync();
        using var resp = new RespClient(doors["RESP"]);
        Assert.Equal("OK", resp.Call("MULTI"));
        using var rest = new TcpClient();
        await rest.ConnectAsync(IPAddress.Loopback, doors["REST"], token);
        await rest.GetStream().WriteAsync(
            "PUT /v1/strings/k HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc"u8.ToArray(), token);
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{doors["gRPC"]}");
        using var pipeline = new CommandService.CommandServiceClient(channel).Pipeline(cancellationToken: token);
        await pipeline.RequestStream.WriteAsync(new() { Commands = { new Command { Args = { GrpcPing } } } }, token);
        Assert.True(await pipeline.ResponseStream.MoveNext(token));

        long start = Stopwatch.GetTimestamp();
        server.Terminate();
        Assert.Equal(0, (await server.EndAsync()).Code);
        Assert.True(Stopwatch.GetElapsedTime(start) < StopMax, $"it took {Stopwatch.GetElapsedTime(start)}");
    }

    private static Google.Protobuf.ByteString GrpcPing => Google.Protobuf.ByteString.CopyFromUtf8("PING");
}
