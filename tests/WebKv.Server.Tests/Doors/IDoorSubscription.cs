namespace WebKv.Server.Tests.Doors;

/// <summary>An open subscription; disposing it ends it.</summary>
public interface IDoorSubscription : IAsyncDisposable
{
    /// <summary>The next message.</summary>
    Task<DoorMessage> NextAsync();
}
