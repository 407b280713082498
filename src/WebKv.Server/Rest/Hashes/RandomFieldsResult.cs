using System.Text.Json.Serialization;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Hashes;

/// <summary>Random fields of a hash: with their values, or only names.</summary>
internal sealed record RandomFieldsResult(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FieldList? Fields,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueList? Names);
