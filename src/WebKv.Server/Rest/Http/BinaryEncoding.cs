namespace WebKv.Server.Rest.Http;

/// <summary>How bytes appear in JSON.</summary>
internal enum BinaryEncoding
{
    /// <summary>A string when they are UTF-8, else an object {"base64": ".."}.</summary>
    Auto,

    /// <summary>Always the object: for generated clients.</summary>
    Base64,

    /// <summary>Always a string; what is not UTF-8 cannot be had (406).</summary>
    Utf8,
}
