using Google.Protobuf;
using Google.Protobuf.Collections;
using WebKv.Engine.Commands;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Sets;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Sets;

/// <summary>The methods of SetService on the members of a set; requests have passed validation.</summary>
internal static class SetOperations
{
    public static Error? AddSetMembers(
        OperationScope scope, AddSetMembersRequest request, out AddSetMembersResponse response)
    {
        response = new AddSetMembersResponse();
        scope.StateKey = request.Key;
        using CommandLine members = LineOf(scope, request.Members);
        var command = new SAdd { Key = Key.Of(request.Key.Span), Members = members.AsValues() };
        if (scope.Execute(command, out IntegerReply added) is { } error)
            return error;
        response.Added = added.Value;
        response.Version = scope.Version();
        return null;
    }

    public static Error? RemoveSetMembers(
        OperationScope scope, RemoveSetMembersRequest request, out RemoveSetMembersResponse response)
    {
        response = new RemoveSetMembersResponse();
        scope.StateKey = request.Key;
        using CommandLine members = CommandLines.Of(request.Members);
        var command = new SRem { Key = Key.Of(request.Key.Span), Members = members.AsValues() };
        if (scope.Execute(command, out IntegerReply removed) is { } error)
            return error;
        response.Removed = removed.Value;
        response.Version = scope.Version();
        return null;
    }

    public static Error? ContainsSetMembers(
        OperationScope scope, ContainsSetMembersRequest request, out ContainsSetMembersResponse response)
    {
        response = new ContainsSetMembersResponse();
        using CommandLine members = CommandLines.Of(request.Members);
        var command = new SMIsMember { Key = Key.Of(request.Key.Span), Members = members.AsValues() };
        if (scope.Execute(command, out IntegersReply found) is { } error)
            return error;
        foreach (long each in found.Values)
            response.Contains.Add(each == 1);
        return null;
    }

    public static Error? GetSetCardinality(
        OperationScope scope, GetSetCardinalityRequest request, out GetSetCardinalityResponse response)
    {
        response = new GetSetCardinalityResponse();
        scope.StateKey = request.Key;
        if (scope.Execute(new SCard { Key = Key.Of(request.Key.Span) }, out IntegerReply count) is { } error)
            return error;
        response.Cardinality = count.Value;
        response.Version = scope.Version();
        return null;
    }

    public static Error? GetSetMembers(
        OperationScope scope, GetSetMembersRequest request, out GetSetMembersResponse response)
    {
        response = new GetSetMembersResponse();
        scope.StateKey = request.Key;
        if (scope.Execute(new SMembers { Key = Key.Of(request.Key.Span) }, out BulksReply members) is { } error)
            return error;
        response.Version = scope.Version();
        return scope.Copy(members, response.Members);
    }

    public static Error? PopSetMembers(
        OperationScope scope, PopSetMembersRequest request, out PopSetMembersResponse response)
    {
        response = new PopSetMembersResponse();
        scope.StateKey = request.Key;
        var command = new SPop { Key = Key.Of(request.Key.Span), Count = request.HasCount ? request.Count : 1 };
        if (scope.Execute(command, out MembersReply popped) is { } error)
            return error;
        response.Version = scope.Version();
        return scope.Copy(popped.Members, response.Members);
    }

    public static Error? GetRandomSetMembers(
        OperationScope scope, GetRandomSetMembersRequest request, out GetRandomSetMembersResponse response)
    {
        response = new GetRandomSetMembersResponse();
        long count = request.HasCount ? request.Count : 1;
        var command = new SRandMember { Key = Key.Of(request.Key.Span), Count = count };
        return scope.Execute(command, out MembersReply drawn) ?? scope.Copy(drawn.Members, response.Members);
    }

    public static Error? MoveSetMember(
        OperationScope scope, MoveSetMemberRequest request, out MoveSetMemberResponse response)
    {
        response = new MoveSetMemberResponse();
        var command = new SMove
        {
            Source = Key.Of(request.Key.Span),
            Destination = Key.Of(request.Destination.Span),
            Member = new Value(request.Member.Span),
        };
        if (scope.Execute(command, out IntegerReply moved) is { } error)
            return error;
        response.Moved = moved.Value == 1;
        response.Version = scope.VersionWithoutEtag();
        return null;
    }

    private static CommandLine LineOf(OperationScope scope, RepeatedField<ByteString> members)
    {
        var line = new CommandLine();
        foreach (ByteString member in members)
            line.Add(scope.ValueOf(member));
        return line;
    }
}
