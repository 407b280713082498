using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebKv.Server.Rest.Streams;

internal sealed class EntryListConverter : JsonConverter<EntryList>
{
    public override EntryList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("a list of entries is only ever answered");

    public override void Write(Utf8JsonWriter writer, EntryList list, JsonSerializerOptions options) =>
        list.Write(writer);
}
