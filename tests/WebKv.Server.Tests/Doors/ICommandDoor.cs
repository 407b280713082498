namespace WebKv.Server.Tests.Doors;

/// <summary>
/// Commands by their Redis names. Replies are string, long, bool, null, object?[], and inside of a pipeline or
/// transaction <see cref="DoorException"/>.
/// </summary>
public interface ICommandDoor
{
    Task<object?> RunAsync(params string[] line);

    Task<object?[]> PipelineAsync(params string[][] lines);

    /// <summary>Null when a precondition did not hold.</summary>
    Task<object?[]?> TransactAsync(KeyPrecondition[] preconditions, params string[][] lines);
}
