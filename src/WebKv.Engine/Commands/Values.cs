namespace WebKv.Engine.Commands;

/// <summary>The sizes that decide how a value is kept.</summary>
public static class Values
{
    /// <summary>Longest string value: 512 MiB, as in Redis.</summary>
    public const int LengthMax = 512 * 1024 * 1024;

    /// <summary>From this length on a value is a blob outside the record.</summary>
    public const int BlobBytesMin = 16 * 1024;
}
