namespace WebKv.Server.Rest.OpenApi;

/// <summary>The replies to many commands in their order.</summary>
internal sealed record RepliesShape(IReadOnlyList<ReplyItemShape> Results);
