namespace WebKv.Server.Rest.OpenApi;

/// <summary>One reply of many: a result or an error.</summary>
internal sealed record ReplyItemShape(object? Result, ReplyErrorShape? Error);
