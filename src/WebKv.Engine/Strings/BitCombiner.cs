using System.Numerics;

namespace WebKv.Engine.Strings;

/// <summary>
/// Combines bitmaps into a target as long as the longest of them; shorter ones count as followed by zeros.
/// </summary>
/// <remarks>Works on whole vectors, so it runs at about the speed of memory.</remarks>
internal static class BitCombiner
{
    private interface IOperator
    {
        static abstract Vector<byte> Of(Vector<byte> left, Vector<byte> right);

        static abstract int Of(int left, int right);
    }

    /// <summary>Makes the target the first source, or its complement for NOT.</summary>
    public static void Begin(BitOperation operation, Span<byte> target, ReadOnlySpan<byte> source)
    {
        source.CopyTo(target);
        target[source.Length..].Clear();
        if (operation == BitOperation.Not)
            Combine<Not>(target, target);
    }

    /// <summary>Combines the target with a further source.</summary>
    public static void Add(BitOperation operation, Span<byte> target, ReadOnlySpan<byte> source)
    {
        switch (operation)
        {
            case BitOperation.And:
                Combine<And>(target, source);
                target[source.Length..].Clear();
                break;
            case BitOperation.Or:
                Combine<Or>(target, source);
                break;
            case BitOperation.Xor:
                Combine<Xor>(target, source);
                break;
        }
    }

    private static void Combine<TOperator>(Span<byte> target, ReadOnlySpan<byte> source)
        where TOperator : struct, IOperator
    {
        int i = 0;
        for (; i <= source.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Span<byte> part = target[i..];
            TOperator.Of(new Vector<byte>(part), new Vector<byte>(source[i..])).CopyTo(part);
        }
        for (; i < source.Length; i++)
            target[i] = (byte)TOperator.Of(target[i], source[i]);
    }

    private readonly struct And : IOperator
    {
        public static Vector<byte> Of(Vector<byte> left, Vector<byte> right) => left & right;

        public static int Of(int left, int right) => left & right;
    }

    private readonly struct Or : IOperator
    {
        public static Vector<byte> Of(Vector<byte> left, Vector<byte> right) => left | right;

        public static int Of(int left, int right) => left | right;
    }

    private readonly struct Xor : IOperator
    {
        public static Vector<byte> Of(Vector<byte> left, Vector<byte> right) => left ^ right;

        public static int Of(int left, int right) => left ^ right;
    }

    // NOT has one operand; it is given twice.
    private readonly struct Not : IOperator
    {
        public static Vector<byte> Of(Vector<byte> left, Vector<byte> right) => ~left;

        public static int Of(int left, int right) => ~left;
    }
}
