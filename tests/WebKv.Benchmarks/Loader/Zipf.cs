namespace WebKv.Benchmarks.Loader;

/// <summary>
/// Zipf's law over 0..count-1: number i comes up in proportion to 1 / (i + 1)^exponent. A table of the cumulative
/// weights, searched by halves; the same seed gives the same numbers.
/// </summary>
internal sealed class Zipf
{
    private readonly double[] _cumulative;
    private readonly Random _random;

    public Zipf(int count, double exponent, int seed)
    {
        _random = new Random(seed);
        _cumulative = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            _cumulative[i] = sum += Math.Pow(i + 1, -exponent);
    }

    /// <summary>How often one of the first numbers comes up: no cache of so many keys hits more often.</summary>
    public double ShareOfFirst(int count) =>
        count <= 0 ? 0 : _cumulative[Math.Min(count, _cumulative.Length) - 1] / _cumulative[^1];

    public int Next()
    {
        var place = Array.BinarySearch(_cumulative, _random.NextDouble() * _cumulative[^1]);
        return Math.Min(place < 0 ? ~place : place + 1, _cumulative.Length - 1);
    }
}
