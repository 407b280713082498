namespace WebKv.Server.Rest.Http;

/// <summary>Endpoint metadata: only for those who have the password, if there is one.</summary>
internal sealed class NeedsCredentials;
