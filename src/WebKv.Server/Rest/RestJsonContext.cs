using System.Text.Json.Serialization;
using WebKv.Server.Rest.Strings;

namespace WebKv.Server.Rest;

/// <summary>The JSON contracts of all bodies, generated at build time. Unknown members are refused: a mistyped option
/// must not be dropped in silence.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SetStringRequest))]
[JsonSerializable(typeof(StringValue))]
internal sealed partial class RestJsonContext : JsonSerializerContext;
