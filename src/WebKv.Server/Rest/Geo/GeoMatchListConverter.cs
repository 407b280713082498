using System.Text.Json;
using WebKv.Engine.Geo;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Geo;

internal sealed class GeoMatchListConverter : AnswerConverter<GeoMatchList>
{
    public override void Write(Utf8JsonWriter writer, GeoMatchList list, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (int i = 0; i < list.Found.Count; i++)
        {
            GeoPoint point = list.Found.PointAt(i);
            writer.WriteStartObject();
            writer.WritePropertyName("member"u8);
            BinaryValue.Write(writer, list.Found.MemberAt(i).Bytes, list.Encoding);
            writer.WriteNumber("distance"u8, list.Found.DistanceAt(i));
            writer.WriteNumber("longitude"u8, point.Longitude);
            writer.WriteNumber("latitude"u8, point.Latitude);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
