using WebKv.Engine.Commands;

namespace WebKv.Server.Info;

/// <summary>The pauses that the garbage collector causes; the data is not on its heap and must not show here.
/// </summary>
internal sealed class GcSection(GcPauses pauses) : IInfoSection
{
    public string Name => "gc";

    public void Write(InfoText text, CommandDispatcher dispatcher) => text
        .Add("gc_pause_total_ms", GC.GetTotalPauseDuration().TotalMilliseconds, decimals: 3)
        .Add("gc_pause_max_ms", pauses.Longest.TotalMilliseconds, decimals: 3)
        .Add("gc_gen0", GC.CollectionCount(0))
        .Add("gc_gen1", GC.CollectionCount(1))
        .Add("gc_gen2", GC.CollectionCount(2))
        .Add("gc_heap_bytes", GC.GetTotalMemory(forceFullCollection: false));
}
