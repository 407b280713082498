namespace WebKv.Engine.Strings;

/// <summary>What BITOP does with its sources.</summary>
public enum BitOperation
{
    And,
    Or,
    Xor,
    Not,
}
