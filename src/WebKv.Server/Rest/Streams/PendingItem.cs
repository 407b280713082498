using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>An entry that was delivered and not acknowledged.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Consumer">Whose it is.</param>
/// <param name="IdleMs">How long ago it was delivered last.</param>
/// <param name="Deliveries">How often it was delivered.</param>
internal sealed record PendingItem(string Id, BinaryValue Consumer, long IdleMs, long Deliveries);
