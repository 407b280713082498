using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Strings;

/// <summary>A number; a string of digits where JSON parsers would round it.</summary>
internal sealed record NumberResult(JsonNumber Value);
