namespace WebKv.Engine.Strings;

/// <summary>What must hold for a SET to write.</summary>
public enum SetCondition
{
    None,

    /// <summary>NX: the key does not exist.</summary>
    Absent,

    /// <summary>XX: the key exists.</summary>
    Present,
}
