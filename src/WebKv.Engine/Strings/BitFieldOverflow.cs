namespace WebKv.Engine.Strings;

/// <summary>What becomes of a value that a bit field cannot hold.</summary>
public enum BitFieldOverflow
{
    /// <summary>WRAP: its lowest bits are kept.</summary>
    Wrap,

    /// <summary>SAT: the nearest value that it can hold is taken.</summary>
    Saturate,

    /// <summary>FAIL: the field is left alone and the reply is null.</summary>
    Fail,
}
