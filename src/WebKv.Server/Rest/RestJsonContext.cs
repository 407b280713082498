using System.Text.Json.Serialization;
using WebKv.Server.Rest.Commands;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.Keys;
using WebKv.Server.Rest.PubSub;
using WebKv.Server.Rest.Service;
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
[JsonSerializable(typeof(ChannelList))]
[JsonSerializable(typeof(ReceiversResult))]
[JsonSerializable(typeof(SubscribersResult))]
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
