using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebKv.Server.Rest.Streams;

internal sealed class EntryItemConverter : JsonConverter<EntryItem>
{
    public override EntryItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("an entry is only ever answered");

    public override void Write(Utf8JsonWriter writer, EntryItem entry, JsonSerializerOptions options) =>
        entry.Write(writer);
}
