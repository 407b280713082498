namespace WebKv.Engine.Strings;

/// <summary>What the start and end of a BITCOUNT or BITPOS count.</summary>
public enum BitUnit
{
    Byte,
    Bit,
}
