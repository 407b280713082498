using System.Text.Json.Serialization;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Strings;

/// <summary>What to add: exactly one of the two.</summary>
/// <param name="By">A 64-bit integer; a string of digits is taken, too.</param>
/// <param name="ByFloat">A number.</param>
internal sealed record IncrementRequest(
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] long? By, JsonNumber? ByFloat);
