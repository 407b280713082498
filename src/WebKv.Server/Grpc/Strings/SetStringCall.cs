using FluentValidation;
using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Strings;
using WebKv.Memory;
using WebKv.Server.Grpc.Errors;
using WebKv.Server.Grpc.Validation;
using WebKv.Server.Grpc.Wire;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Strings;

/// <summary>
/// StringService.SetString, from bytes to bytes. The plain SET of a key and a value is read by hand; one with a
/// condition or other options goes the way of the other operations.
/// </summary>
internal sealed class SetStringCall(CommandDispatcher dispatcher, IValidator<SetStringRequest> validator)
{
    private const int KeyField = 1;
    private const int ValueField = 2;
    private const int WrittenField = 1;
    private const int VersionField = 3;

    public Error? Run(CommandContext context, CallSettings settings, WireMessage request, WireMessage response)
    {
        ReadOnlySpan<byte> key = default, value = default;
        var reader = new ProtoReader(request.Bytes);
        while (reader.Next())
        {
            if (reader.Is(KeyField, WireType.Length))
                key = reader.Content;
            else if (reader.Is(ValueField, WireType.Length))
                value = reader.Content;
            else
                return RunWithOptions(context, settings, request, response);
        }
        return reader.IsFaulted ? GrpcErrors.MalformedMessage : RunPlain(context, key, value, response);
    }

    private Error? RunPlain(
        CommandContext context, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, WireMessage response)
    {
        context.StateKey = key.ToArray();
        Blob blob = value.Length < Values.BlobBytesMin ? default : Blob.CopyOf(value);
        try
        {
            var set = new Set { Key = Key.Of(key), Value = blob.IsNull ? new Value(value) : new Value(blob) };
            if (dispatcher.Execute(context, set, out SetReply _) is { } error)
                return error;
        }
        finally
        {
            blob.Release();
        }
        var output = new ProtoWriter(response);
        output.Varint(WrittenField, 1);
        VersionMessage.Write(output, VersionField, context.State, Versions.OffsetAfter(context));
        return null;
    }

    private Error? RunWithOptions(
        CommandContext context, CallSettings settings, WireMessage request, WireMessage response)
    {
        SetStringRequest message;
        try
        {
            message = SetStringRequest.Parser.ParseFrom(request.Bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            return GrpcErrors.MalformedMessage;
        }
        RequestValidators.Check(validator, message);
        using var scope = new OperationScope(dispatcher, context, settings);
        if (StringOperations.SetString(scope, message, out SetStringResponse result) is { } error)
            return error;
        result.WriteTo(response.Add(result.CalculateSize()));
        return null;
    }
}
