using System.Text.Json.Serialization;

namespace WebKv.Server.Rest.Http;

/// <summary>A double in JSON, which has no infinities: they are "inf" and "-inf".</summary>
[JsonConverter(typeof(JsonDoubleConverter))]
internal readonly record struct JsonDouble(double Value);
