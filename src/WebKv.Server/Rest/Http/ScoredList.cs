using System.Text.Json.Serialization;
using WebKv.Engine.Replies;

namespace WebKv.Server.Rest.Http;

/// <summary>Members with their scores in an answer: [{"member": .., "score": ..}]. Written from the reply itself.
/// </summary>
[JsonConverter(typeof(ScoredListConverter))]
internal readonly record struct ScoredList(ScoredReply Entries, BinaryEncoding Encoding);
