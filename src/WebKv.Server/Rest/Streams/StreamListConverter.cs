using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebKv.Server.Rest.Streams;

internal sealed class StreamListConverter : JsonConverter<StreamList>
{
    public override StreamList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("a list of streams is only ever answered");

    public override void Write(Utf8JsonWriter writer, StreamList list, JsonSerializerOptions options) =>
        list.Write(writer);
}
