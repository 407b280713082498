namespace WebKv.Testing;

/// <summary>Whether random tests run long: with WEBKV_LONG_TESTS=1, for nights and for doubts.</summary>
public static class LongTests
{
    public static bool AreOn { get; } = Environment.GetEnvironmentVariable("WEBKV_LONG_TESTS") == "1";
}
