namespace WebKv.Engine.Commands;

/// <summary>Where one argument lies: in the line's buffer, or, when it is big, in a blob of the line.</summary>
public readonly struct ArgSlice
{
    private ArgSlice(int start, int length)
    {
        Start = start;
        Length = length;
    }

    public int Start { get; }

    public int Length { get; }

    public bool IsBlob => Length < 0;

    public static ArgSlice InBuffer(int start, int length) => new(start, length);

    public static ArgSlice InBlob(int index) => new(index, -1);
}
