using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WebKv.Engine.Commands;
using WebKv.Server.Tests.Doors;
using WebKv.Server.Tests.Hosting;
using WebKv.Testing;

namespace WebKv.Server.Tests.Docs;

/// <summary>
/// docs/commands.md is generated from the command definitions and from what the operations of REST and gRPC say of
/// themselves, and may not drift from them.
/// </summary>
public sealed class CommandReferenceTests
{
    private const string Head = """
        # Commands

        Generated from the command definitions, the REST routes and the gRPC methods. Every command is reached over
        RESP by its name. REST and gRPC have operations of their own for most; *generic* is a command that has none
        there and is run by `POST /v1/commands` and `CommandService.ExecuteCommand`, which run the others too. A dash is
        a command about the RESP connection itself, which the other two do not need.

        """;

    [Fact]
    public async Task CommandReference_SaysWhatTheDefinitionsSay()
    {
        await using var server = new KvServer();
        CommandTable table = server.Services.GetRequiredService<CommandTable>();
        Repository.AssertDocument("docs/commands.md", Render(table, DoorOperation.AllOf(server)));
    }

    private static string Render(CommandTable table, IReadOnlyList<DoorOperation> operations)
    {
        var text = new StringBuilder(Head);
        foreach (IGrouping<CommandGroup, CommandInfo> group in table.Entries
            .Select(entry => entry.Info).GroupBy(info => info.Group).OrderBy(group => group.Key))
        {
            text.Append($"\n## {group.Key}\n\n| command | what it does | REST | gRPC | complexity | since |\n");
            text.Append("|---|---|---|---|---|---|\n");
            foreach (CommandInfo info in group.OrderBy(info => info.Name, StringComparer.Ordinal))
                text.Append(Row(info, operations));
        }
        return text.ToString();
    }

    private static string Row(CommandInfo info, IReadOnlyList<DoorOperation> operations)
    {
        string usage = $"{DoorOperation.CommandName(info)} {info.Usage}".TrimEnd().Replace("|", "\\|");
        string rest = Cell(info, operations, Door.Rest);
        string grpc = Cell(info, operations, Door.Grpc);
        return $"| `{usage}` | {info.Summary} | {rest} | {grpc} | {info.Complexity} | {info.Since} |\n";
    }

    private static string Cell(CommandInfo info, IReadOnlyList<DoorOperation> operations, string door)
    {
        string[] titles = [.. operations
            .Where(operation => operation.Door == door && operation.Commands.Contains(DoorOperation.CommandName(info)))
            .Select(operation => $"`{operation.Title}`")];
        if (titles.Length > 0)
            return string.Join("<br>", titles);
        return info.Is(CommandFlags.NeedsConnection) ? "-" : "*generic*";
    }
}
