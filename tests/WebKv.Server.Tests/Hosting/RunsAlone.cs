namespace WebKv.Server.Tests.Hosting;

/// <summary>Tests that look at numbers of the whole process, and so must not run beside others.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
