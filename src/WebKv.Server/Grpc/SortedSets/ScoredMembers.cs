using Google.Protobuf;
using Google.Protobuf.Collections;
using WebKv.Engine.Replies;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.SortedSets;

/// <summary>Members with their scores in responses.</summary>
internal static class ScoredMembers
{
    /// <summary>Copies entries for the response, or says that they are too large.</summary>
    public static Error? Copy(OperationScope scope, ScoredReply from, RepeatedField<ScoredMember> to)
    {
        for (int i = 0; i < from.Count; i++)
        {
            if (scope.Copy(from.MemberAt(i), out ByteString member) is { } error)
                return error;
            to.Add(new ScoredMember { Member = member, Score = from.ScoreAt(i) });
        }
        return null;
    }
}
