namespace WebKv.Server.Rest.OpenApi;

/// <summary>The reply to a command.</summary>
/// <param name="Result">null, boolean, number, string, {"base64": ..}, array or object, as the command replies.</param>
internal sealed record ReplyShape(object? Result);
