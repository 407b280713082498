using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WebKv.Engine.Commands;
using WebKv.Server.Tests.Hosting;
using WebKv.Testing;

namespace WebKv.Server.Tests.Docs;

/// <summary>docs/commands.md is generated from the command definitions and may not drift from them.</summary>
public sealed class CommandReferenceTests
{
    [Fact]
    public async Task CommandReference_SaysWhatTheDefinitionsSay()
    {
        await using var server = new KvServer();
        CommandTable table = server.Services.GetRequiredService<CommandTable>();
        Repository.AssertDocument("docs/commands.md", Render(table));
    }

    private static string Render(CommandTable table)
    {
        var text = new StringBuilder();
        text.Append("# Commands\n\nGenerated from the command definitions. Every command is reached over RESP, ");
        text.Append("`POST /v1/commands` and gRPC `CommandService`, but for those marked *connection*, which mean ");
        text.Append("something only on a RESP connection.\n");
        foreach (IGrouping<CommandGroup, CommandInfo> group in table.Entries
            .Select(entry => entry.Info).GroupBy(info => info.Group).OrderBy(group => group.Key))
        {
            text.Append($"\n## {group.Key}\n\n| command | what it does | complexity | since |\n|---|---|---|---|\n");
            foreach (CommandInfo info in group.OrderBy(info => info.Name, StringComparer.Ordinal))
                text.Append(Row(info));
        }
        return text.ToString();
    }

    private static string Row(CommandInfo info)
    {
        string usage = $"{info.Name.ToUpperInvariant().Replace('|', ' ')} {info.Usage}".TrimEnd().Replace("|", "\\|");
        string mark = info.Is(CommandFlags.NeedsConnection) ? " *connection*" : "";
        return $"| `{usage}`{mark} | {info.Summary} | {info.Complexity} | {info.Since} |\n";
    }
}
