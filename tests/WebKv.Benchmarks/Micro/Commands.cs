using System.Buffers.Binary;
using BenchmarkDotNet.Attributes;
using WebKv.Engine;
using WebKv.Engine.Commands;
using WebKv.Engine.Effects;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;

namespace WebKv.Benchmarks.Micro;

/// <summary>
/// Commands straight on the engine, on one thread and over random keys, so that the misses of a real key set are in.
/// </summary>
[MemoryDiagnoser]
public class Commands : IDisposable
{
    private const int OperationsPerInvoke = 1024;

    private readonly byte[] _key = "key:000000000000"u8.ToArray();
    private readonly byte[] _value = new byte[32];
    private readonly Random _random = new(1);
    private KvEngine _engine = null!;

    [Params(1_000, 1_000_000)]
    public int Keys { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _engine = new KvEngine(new EngineOptions(), new CountingJournal(), TimeProvider.System);
        for (int i = 0; i < Keys; i++)
            SetOne(i);
    }

    [GlobalCleanup]
    public void Dispose() => _engine.Dispose();

    [Benchmark(OperationsPerInvoke = OperationsPerInvoke)]
    public long Get()
    {
        long bytes = 0;
        CommandContext context = _engine.Rent();
        for (int i = 0; i < OperationsPerInvoke; i++)
        {
            Number(_random.Next(Keys));
            _engine.Execute(context, new Get { Key = Key.Of(_key) }, out BulkReply reply);
            bytes += reply.Bytes.Length;
        }
        KvEngine.Return(context);
        return bytes;
    }

    [Benchmark(OperationsPerInvoke = OperationsPerInvoke)]
    public void SetExisting()
    {
        for (int i = 0; i < OperationsPerInvoke; i++)
            SetOne(_random.Next(Keys));
    }

    private void SetOne(int number)
    {
        Number(number);
        CommandContext context = _engine.Rent();
        _engine.Execute(context, new Set { Key = Key.Of(_key), Value = new Value(_value) }, out SetReply _);
        KvEngine.Return(context);
    }

    private void Number(int number) => BinaryPrimitives.WriteInt32LittleEndian(_key.AsSpan(12), number);
}
