namespace WebKv.Engine.Tests.Memory;

/// <summary>Tests that count what the whole process holds (all blobs): they run while no other test does.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class ProcessMemoryCollection;
