namespace WebKv.Server.Rest.Calls;

/// <summary>An operation without a body, or one that does not look at it.</summary>
internal delegate Task RestOperation(ref RestCall call);
