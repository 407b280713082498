namespace WebKv.Server.Rest.Calls;

/// <summary>Reads what the URL says beside the key, before the body is received: a wrong URL need not wait for it.
/// </summary>
internal delegate TOptions OptionsReader<out TOptions>(ref RestCall call);
