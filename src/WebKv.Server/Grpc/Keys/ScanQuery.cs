using Google.Protobuf;
using WebKv.Memory;

namespace WebKv.Server.Grpc.Keys;

/// <summary>What a walk over the keys looks for.</summary>
/// <param name="Database">The logical database.</param>
/// <param name="Match">The pattern of the keys wanted; null for all.</param>
/// <param name="Type">The type of the values wanted; null for all.</param>
internal readonly record struct ScanQuery(int Database, ByteString? Match, RecordType? Type);
