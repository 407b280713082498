using System.Text.Json.Serialization;
using WebKv.Server.Rest.Commands;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.Keys;
using WebKv.Server.Rest.Service;
using WebKv.Server.Rest.Streams;
using WebKv.Server.Rest.Strings;

namespace WebKv.Server.Rest;

/// <summary>The JSON contracts of all bodies, generated at build time. Unknown members are refused, and members that
/// come twice: an option that is mistyped or contradicted must not be dropped in silence.</summary>
[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CommandRequest))]
[JsonSerializable(typeof(PipelineRequest))]
[JsonSerializable(typeof(TransactionRequest))]
[JsonSerializable(typeof(ValueRequest))]
[JsonSerializable(typeof(AppliedResult))]
[JsonSerializable(typeof(KeyName))]
[JsonSerializable(typeof(KeyPage))]
[JsonSerializable(typeof(KeyResult))]
[JsonSerializable(typeof(KeysRequest))]
[JsonSerializable(typeof(KeysResult))]
[JsonSerializable(typeof(SetTtlRequest))]
[JsonSerializable(typeof(TargetRequest))]
[JsonSerializable(typeof(TtlResult))]
[JsonSerializable(typeof(HealthResult))]
[JsonSerializable(typeof(LimitsResult))]
[JsonSerializable(typeof(AcknowledgedResult))]
[JsonSerializable(typeof(AppendEntryRequest))]
[JsonSerializable(typeof(AutoClaimRequest))]
[JsonSerializable(typeof(AutoClaimResult))]
[JsonSerializable(typeof(ClaimRequest))]
[JsonSerializable(typeof(ClaimResult))]
[JsonSerializable(typeof(ConsumerRemovedResult))]
[JsonSerializable(typeof(ConsumersResult))]
[JsonSerializable(typeof(DeliveredResult))]
[JsonSerializable(typeof(EntriesRemovedResult))]
[JsonSerializable(typeof(EntriesResult))]
[JsonSerializable(typeof(EntryIdResult))]
[JsonSerializable(typeof(EntryIdsRequest))]
[JsonSerializable(typeof(EntryItem))]
[JsonSerializable(typeof(GroupPositionRequest))]
[JsonSerializable(typeof(GroupsResult))]
[JsonSerializable(typeof(PendingResult))]
[JsonSerializable(typeof(PutGroupRequest))]
[JsonSerializable(typeof(ReadGroupRequest))]
[JsonSerializable(typeof(ReadStreamsRequest))]
[JsonSerializable(typeof(ReadStreamsResult))]
[JsonSerializable(typeof(StreamResult))]
[JsonSerializable(typeof(TrimStreamRequest))]
[JsonSerializable(typeof(BatchGetRequest))]
[JsonSerializable(typeof(BatchGetResult))]
[JsonSerializable(typeof(BatchSetRequest))]
[JsonSerializable(typeof(BatchSetResult))]
[JsonSerializable(typeof(BitCountResult))]
[JsonSerializable(typeof(BitOpRequest))]
[JsonSerializable(typeof(BitPositionResult))]
[JsonSerializable(typeof(BitResult))]
[JsonSerializable(typeof(IncrementRequest))]
[JsonSerializable(typeof(LengthResult))]
[JsonSerializable(typeof(NumberResult))]
[JsonSerializable(typeof(PreviousBitResult))]
[JsonSerializable(typeof(SetBitRequest))]
[JsonSerializable(typeof(SetStringRequest))]
[JsonSerializable(typeof(TouchTtlRequest))]
internal sealed partial class RestJsonContext : JsonSerializerContext;
