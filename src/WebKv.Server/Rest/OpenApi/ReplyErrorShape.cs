namespace WebKv.Server.Rest.OpenApi;

/// <summary>An error inside a reply.</summary>
internal sealed record ReplyErrorShape(string Code, string Message);
