using System.Text;
using BenchmarkDotNet.Attributes;
using WebKv.Engine.Keyspace;

namespace WebKv.Benchmarks.Micro;

/// <summary>What a key costs before any lock: its 64-bit hash and its cluster slot.</summary>
public class KeyHashing
{
    private byte[] _key = [];

    [Params(16, 64)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup() => _key = Encoding.ASCII.GetBytes(new string('k', Length));

    [Benchmark]
    public ulong HashAndSlot() => Key.Of(_key).Hash;

    [Benchmark]
    public int SlotOnly() => ClusterSlot.Of(_key);
}
