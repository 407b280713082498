namespace WebKv.Server.Rest.Calls;

/// <summary>An operation with a JSON body, which has passed its validator.</summary>
internal delegate Task BodyOperation<in TBody>(ref RestCall call, TBody body);
