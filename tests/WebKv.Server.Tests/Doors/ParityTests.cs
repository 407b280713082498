using System.Text.Json.Nodes;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using WebKv.Engine.Commands;
using WebKv.Server.Tests.Hosting;
using WebKv.Server.Tests.Rest;
using WebKv.V1;

namespace WebKv.Server.Tests.Doors;

/// <summary>
/// What RESP can do, REST and gRPC can do, by an operation of their own or by the generic call; and operations do the
/// work of the commands that they name.
/// </summary>
public sealed class ParityTests
{
    // Operations that run whatever command is asked for, or none.
    private static readonly string[] OfNoCommand =
    [
        "GET /v1/limits", "POST /v1/commands", "POST /v1/pipelines",
        "POST /webkv.v1.CommandService/ExecuteCommand", "POST /webkv.v1.CommandService/Pipeline",
    ];

    // Reads of several facts at one moment, which count as the command that is nearest to them.
    private static readonly string[] CountedAsAnother =
    [
        "GET /v1/keys/{key}/ttl runs TYPE", "KeyService.GetExpiration runs TYPE",
        "HashService.HashFieldExists runs HMGET",
    ];

    // What is about a connection that lasts, which a request of REST or gRPC does not have.
    private static readonly Dictionary<string, string> OfConnections = new()
    {
        ["AUTH"] = "each request brings its credentials",
        ["HELLO"] = "chooses the version of RESP",
        ["SELECT"] = "each request says its database",
        ["QUIT"] = "closes the connection",
        ["RESET"] = "makes the connection as new",
        ["DISCARD"] = "a transaction is one request and not open in between",
        ["WATCH"] = "a transaction brings preconditions instead",
        ["UNWATCH"] = "there is no WATCH",
        ["CLIENT GETNAME"] = "the name is the connection's",
        ["CLIENT SETNAME"] = "the name is the connection's",
        ["CLIENT ID"] = "the number is the connection's",
        ["CLIENT INFO"] = "describes the connection",
        ["CLIENT SETINFO"] = "describes the library behind the connection",
        ["CLIENT REPLY"] = "every request has one answer",
        ["CLIENT NO-EVICT"] = "a state of the connection",
        ["CLIENT NO-TOUCH"] = "a state of the connection",
        ["DEBUG SLEEP"] = "delays the replies of the connection",
    };

    [Theory]
    [InlineData(Door.Rest)]
    [InlineData(Door.Grpc)]
    public async Task Commands_ButThoseOfConnections_AreReached(string door)
    {
        await using var server = new KvServer();
        HashSet<string> named = [.. DoorOperation.AllOf(server)
            .Where(operation => operation.Door == door).SelectMany(operation => operation.Commands)];
        var unreached = new List<string>();
        foreach (CommandInfo info in CommandsOf(server))
            if (!await IsRunAsync(server, door, info) && !named.Contains(DoorOperation.CommandName(info)))
                unreached.Add(DoorOperation.CommandName(info));
        Assert.Equal(OfConnections.Keys.Order(), unreached.Order());
    }

    [Fact]
    public async Task Operations_NameCommands()
    {
        await using var server = new KvServer();
        IReadOnlyList<DoorOperation> operations = DoorOperation.AllOf(server);
        string[] known = [.. CommandsOf(server).Select(DoorOperation.CommandName)];
        foreach (DoorOperation operation in operations)
        {
            Assert.Empty(operation.Commands.Except(known));
            Assert.Distinct(operation.Commands);
        }
        string[] nameless = [.. operations.Where(o => o.Commands.Count == 0).Select(operation => operation.Name)];
        Assert.Equal(OfNoCommand.Order(), nameless.Order());
    }

    [Fact]
    public async Task Operations_RunNoOtherCommandsThanTheyName()
    {
        await using var doors = new DoorFixture();
        var watch = new CommandWatch(doors.Server.Services.GetRequiredService<CommandDispatcher>());
        doors.Server.Operations.Watch = watch;
        foreach (string name in (string[])[Door.Rest, Door.Grpc])
            foreach (DoorCase @case in DoorCase.All)
                await @case.Run(doors.Open(name));

        int watched = 0;
        var unnamed = new List<string>();
        foreach (DoorOperation operation in DoorOperation.AllOf(doors.Server).Where(o => !RunsAny(o)))
        {
            if (!watch.Commands.TryGetValue(operation.Name, out HashSet<string>? commands))
                continue;
            watched++;
            unnamed.AddRange(commands.Except(operation.Commands)
                .Select(command => $"{operation.Title} runs {command}"));
        }
        Assert.Empty(unnamed.Except(CountedAsAnother));
        Assert.True(watched > 150, $"{watched} operations were seen");
    }

    private static bool RunsAny(DoorOperation operation) =>
        OfNoCommand.Contains(operation.Name) || operation.Commands.Contains("EXEC");

    // Whether the generic call runs a command. As many words as the arity asks for get past all that refuses a line
    // unseen; what the command itself thinks of them does not matter.
    private static async Task<bool> IsRunAsync(KvServer server, string door, CommandInfo info)
    {
        string[] name = info.Name.Split('|');
        string[] line = [.. name, .. Enumerable.Repeat("x", Math.Abs(info.Arity) - name.Length)];
        string? refusal = door == Door.Rest
            ? await RefusalOfRestAsync(server, line)
            : await RefusalOfGrpcAsync(server, line);
        return refusal is not ("NEEDS_CONNECTION" or "UNKNOWN_COMMAND");
    }

    private static async Task<string?> RefusalOfRestAsync(KvServer server, string[] line)
    {
        using var client = new RestClient(server.HttpUri);
        var body = new JsonObject { ["command"] = RestPeer.Many(line) };
        RestAnswer answer = await client.SendJson("POST /v1/commands", body.ToJsonString());
        return answer.Status < 400 ? null : (string?)answer.Json["code"];
    }

    private static async Task<string?> RefusalOfGrpcAsync(KvServer server, string[] line)
    {
        using var channel = GrpcChannel.ForAddress(server.GrpcUri);
        var commands = new CommandService.CommandServiceClient(channel);
        try
        {
            await GrpcPeer.AnswerAsync(commands.ExecuteCommandAsync(
                new ExecuteCommandRequest { Args = { GrpcPeer.Many(line) } },
                cancellationToken: TestContext.Current.CancellationToken));
            return null;
        }
        catch (DoorException e)
        {
            return Assert.Single(e.Codes);
        }
    }

    private static IEnumerable<CommandInfo> CommandsOf(KvServer server) =>
        server.Services.GetRequiredService<CommandTable>().Entries.Select(entry => entry.Info);
}
