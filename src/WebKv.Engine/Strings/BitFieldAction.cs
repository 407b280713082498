namespace WebKv.Engine.Strings;

/// <summary>What is done to a bit field.</summary>
public enum BitFieldAction
{
    /// <summary>GET: tells its value.</summary>
    Get,

    /// <summary>SET: gives it a value and tells the old one.</summary>
    Set,

    /// <summary>INCRBY: adds to it and tells the new value.</summary>
    Increment,
}
