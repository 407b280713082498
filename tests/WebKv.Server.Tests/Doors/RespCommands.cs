namespace WebKv.Server.Tests.Doors;

/// <summary>Commands over RESP; the preconditions of a transaction are what WATCH is for.</summary>
public sealed class RespCommands(RespPeer peer) : ICommandDoor
{
    public Task<object?> RunAsync(params string[] line) => peer.CallAsync(line);

    public Task<object?[]> PipelineAsync(params string[][] lines) => peer.PipelineAsync(lines);

    public async Task<object?[]?> TransactAsync(KeyPrecondition[] preconditions, params string[][] lines)
    {
        foreach (KeyPrecondition precondition in preconditions)
            await peer.CallAsync("WATCH", precondition.Key);
        foreach (KeyPrecondition precondition in preconditions)
        {
            var value = (string?)await peer.CallAsync("GET", precondition.Key);
            if (value is not null == precondition.Exists && (precondition.EqualTo ?? value) == value)
                continue;
            await peer.CallAsync("UNWATCH");
            return null;
        }
        await peer.CallAsync("MULTI");
        foreach (string[] line in lines)
            await peer.AskAsync(line);
        return (object?[]?)await peer.CallAsync("EXEC");
    }
}
