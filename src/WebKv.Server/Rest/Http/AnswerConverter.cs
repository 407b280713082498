using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebKv.Server.Rest.Http;

/// <summary>Writes what is only ever answered and never read.</summary>
internal abstract class AnswerConverter<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"{typeof(T).Name} is only ever answered");
}
