namespace WebKv.Server.Rest.Validation;

/// <summary>A rule that wants a time.</summary>
internal interface ITimeValidator;
