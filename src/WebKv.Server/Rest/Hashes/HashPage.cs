using System.Text.Json.Serialization;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Hashes;

/// <summary>One page of the fields of a hash.</summary>
/// <param name="Fields">The fields; about as many as asked for, maybe none. Left out where only names are wanted.
/// </param>
/// <param name="Names">Only the names.</param>
/// <param name="NextCursor">How to go on; null at the end.</param>
internal sealed record HashPage(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FieldList? Fields,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueList? Names,
    string? NextCursor);
