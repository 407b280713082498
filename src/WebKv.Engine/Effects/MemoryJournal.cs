using WebKv.Engine.Commands;
using WebKv.Memory;

namespace WebKv.Engine.Effects;

/// <summary>
/// Keeps the newest units in memory, up to a number of bytes; older ones are dropped.
/// </summary>
/// <remarks>Thread rule: any thread; one lock, held for the copy of a unit's bytes.</remarks>
public sealed class MemoryJournal(long bytesMax) : IJournal, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<Unit> _units = new();
    private long _bytes;
    private long _lastLsn;

    public bool WantsEffects => true;

    public long LastLsn
    {
        get { lock (_lock) return _lastLsn; }
    }

    public long Append(EffectBuffer unit)
    {
        foreach (Blob blob in unit.Blobs)
            blob.Retain();
        lock (_lock)
        {
            var kept = new Unit(++_lastLsn, unit.Bytes.ToArray(), [.. unit.Blobs]);
            _units.Enqueue(kept);
            _bytes += kept.MemoryBytes;
            while (_bytes > bytesMax && _units.Count > 1)
                DropOldest();
            return _lastLsn;
        }
    }

    /// <summary>The units kept, oldest first, as readable command lines; for tests and tools.</summary>
    public List<string[]> ReadAll()
    {
        var lines = new List<string[]>();
        using var line = new CommandLine();
        lock (_lock)
        {
            foreach (Unit unit in _units)
            {
                ReadOnlySpan<byte> rest = unit.Bytes;
                while (EffectBuffer.TryRead(ref rest, unit.Blobs, line, out int database))
                    lines.Add(Texts(line.Arguments, database));
            }
        }
        return lines;
    }

    /// <summary>Runs every kept unit on another engine.</summary>
    public void ReplayInto(EffectReplayer replayer)
    {
        lock (_lock)
            foreach (Unit unit in _units)
                replayer.Apply(unit.Bytes, unit.Blobs);
    }

    public void Dispose()
    {
        lock (_lock)
            while (_units.Count > 0)
                DropOldest();
    }

    private static string[] Texts(ArgList arguments, int database)
    {
        var texts = new string[arguments.Count + 1];
        texts[0] = $"db{database}";
        for (int i = 0; i < arguments.Count; i++)
            texts[i + 1] = System.Text.Encoding.Latin1.GetString(arguments[i]);
        return texts;
    }

    private void DropOldest()
    {
        Unit oldest = _units.Dequeue();
        _bytes -= oldest.MemoryBytes;
        foreach (Blob blob in oldest.Blobs)
            blob.Release();
    }

    private sealed record Unit(long Lsn, byte[] Bytes, Blob[] Blobs)
    {
        public long MemoryBytes => Bytes.Length + Blobs.Sum(blob => blob.MemoryBytes);
    }
}
