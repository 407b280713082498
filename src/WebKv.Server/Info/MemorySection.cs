using System.Globalization;
using WebKv.Engine.Commands;
using WebKv.Engine.Eviction;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Memory;

namespace WebKv.Server.Info;

/// <summary>
/// used_memory is what maxmemory limits: the data, exact to the block. The rest of the process shows in
/// used_memory_rss.
/// </summary>
internal sealed class MemorySection(ClientRegistry clients, UsageSampler usage) : IInfoSection
{
    public string Name => "memory";

    public void Write(InfoText text, CommandDispatcher dispatcher)
    {
        KvEngine engine = dispatcher.Engine;
        long used = engine.UsedBytes;
        long resident = Environment.WorkingSet;
        long peak = Math.Max(usage.UsedBytesPeak, used);
        long total = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        text.Add("used_memory", used).Add("used_memory_human", Human(used))
            .Add("used_memory_rss", resident).Add("used_memory_rss_human", Human(resident))
            .Add("used_memory_peak", peak).Add("used_memory_peak_human", Human(peak))
            .Add("used_memory_dataset", used)
            .Add("used_memory_blobs", Blob.AllocatedBytes)
            .Add("reserved_memory", engine.ReservedBytes)
            .Add("mem_clients_normal", clients.All.Sum(session => session.BufferedBytes))
            .Add("total_system_memory", total).Add("total_system_memory_human", Human(total))
            .Add("maxmemory", engine.MemoryMax).Add("maxmemory_human", Human(engine.MemoryMax))
            .Add("maxmemory_policy", EvictionPolicies.NameOf(dispatcher.Engine.Evictor.Policy))
            .Add("mem_fragmentation_ratio", used == 0 ? 0 : (double)resident / used)
            .Add("mem_fragmentation_bytes", resident - used)
            .Add("mem_allocator", "webkv-slabs")
            .Add("lazyfree_pending_objects", engine.Frees.Pending);
    }

    // "1.50M": two decimals and the unit in powers of 1024.
    private static string Human(long bytes)
    {
        const string Units = "BKMGTP";
        double value = bytes;
        int unit = 0;
        for (; value >= 1024 && unit < Units.Length - 1; unit++)
            value /= 1024;
        return unit == 0
            ? $"{bytes}B"
            : value.ToString("F2", CultureInfo.InvariantCulture) + Units[unit];
    }
}
