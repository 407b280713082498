namespace WebKv.Server.Rest.Validation;

/// <summary>A rule that wants one of some words.</summary>
internal interface IOneOfValidator
{
    IReadOnlyList<string> Words { get; }
}
