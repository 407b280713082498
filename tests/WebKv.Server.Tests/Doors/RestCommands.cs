using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WebKv.Server.Tests.Doors;

/// <summary>Commands over REST.</summary>
public sealed class RestCommands(RestPeer peer) : ICommandDoor
{
    public async Task<object?> RunAsync(params string[] line)
    {
        var body = new JsonObject { ["command"] = RestPeer.Many(line) };
        return Reply((await peer.SendJsonAsync("POST /v1/commands?encoding=base64", "", body)).Json["result"]);
    }

    public async Task<object?[]> PipelineAsync(params string[][] lines)
    {
        var body = new JsonObject { ["commands"] = Lines(lines) };
        return Results((await peer.SendJsonAsync("POST /v1/pipelines?encoding=base64", "", body)).Json);
    }

    public async Task<object?[]?> TransactAsync(KeyPrecondition[] preconditions, params string[][] lines)
    {
        var body = new JsonObject
        {
            ["preconditions"] = new JsonArray([.. preconditions.Select(Precondition)]),
            ["commands"] = Lines(lines),
        };
        try
        {
            return Results((await peer.SendJsonAsync("POST /v1/transactions?encoding=base64", "", body)).Json);
        }
        catch (DoorException e) when (e.Codes.Contains("PRECONDITION_FAILED"))
        {
            return null;
        }
    }

    private static JsonObject Precondition(KeyPrecondition precondition)
    {
        var json = new JsonObject { ["key"] = RestPeer.Bytes(precondition.Key) };
        if (precondition.EqualTo is { } content)
            json["equals"] = RestPeer.Bytes(content);
        else
            json["exists"] = precondition.Exists;
        return json;
    }

    private static JsonArray Lines(string[][] lines) => new([.. lines.Select(RestPeer.Many)]);

    private static object?[] Results(JsonNode answer) => [.. answer["results"]!.AsArray().Select(item =>
        item!["error"] is { } error ? new DoorException((string)error["code"]!) : Reply(item["result"]))];

    // A status is text; all else that was bytes comes as base64.
    private static object? Reply(JsonNode? json) => json?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.Array => json.AsArray().Select(Reply).ToArray(),
        JsonValueKind.Object => RestPeer.Text(json),
        JsonValueKind.Number => long.Parse(json.ToString(), CultureInfo.InvariantCulture),
        JsonValueKind.String => (string)json!,
        _ => (bool)json,
    };
}
