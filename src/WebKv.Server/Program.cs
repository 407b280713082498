using WebKv.Server.Hosting;

return await ServerHost.RunAsync(args);

/// <summary>The server's entry point; public so that tests can host it.</summary>
public partial class Program;
