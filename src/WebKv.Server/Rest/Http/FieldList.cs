using System.Text.Json.Serialization;
using WebKv.Engine.Replies;

namespace WebKv.Server.Rest.Http;

/// <summary>Fields with their values in an answer: [{"field": .., "value": ..}], since names that are bytes cannot be
/// those of JSON members. Written from the reply itself.</summary>
[JsonConverter(typeof(FieldListConverter))]
internal readonly record struct FieldList(PairsReply Pairs, BinaryEncoding Encoding);
