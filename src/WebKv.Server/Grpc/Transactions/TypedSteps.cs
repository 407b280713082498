using System.Collections.Frozen;
using WebKv.Server.Grpc.Hashes;
using WebKv.Server.Grpc.Keys;
using WebKv.Server.Grpc.Lists;
using WebKv.Server.Grpc.Sets;
using WebKv.Server.Grpc.SortedSets;
using WebKv.Server.Grpc.Streams;
using WebKv.Server.Grpc.Strings;
using Kind = WebKv.V1.Operation.KindOneofCase;

namespace WebKv.Server.Grpc.Transactions;

/// <summary>The operations of a transaction that have a type, each with the method that it is.</summary>
internal static class TypedSteps
{
    private static readonly FrozenDictionary<Kind, TypedStep> Steps =
        KeySteps.All
            .Concat(StringSteps.All)
            .Concat(ListSteps.All)
            .Concat(SetSteps.All)
            .Concat(SortedSetSteps.All)
            .Concat(HashSteps.All)
            .Concat(StreamSteps.All)
            .ToFrozenDictionary();

    /// <summary>The step of a kind other than a raw command.</summary>
    public static TypedStep Of(Kind kind) => Steps[kind];
}
