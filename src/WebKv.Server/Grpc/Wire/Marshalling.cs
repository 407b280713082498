using System.Buffers;
using Google.Protobuf;
using Grpc.Core;
using WebKv.Server.Grpc.Errors;

namespace WebKv.Server.Grpc.Wire;

/// <summary>How messages get into and out of the connection's own buffers, without an array in between.</summary>
internal static class Marshalling
{
    /// <summary>For the hot methods: the bytes as they are.</summary>
    public static Marshaller<WireMessage> Wire { get; } = new(Write, Read);

    /// <summary>For all others: generated messages.</summary>
    public static Marshaller<T> Of<T>()
        where T : class, IMessage<T>, new()
    {
        var parser = new MessageParser<T>(() => new T());
        return new Marshaller<T>(Write, context => Read(parser, context));
    }

    private static void Write(WireMessage message, SerializationContext context)
    {
        context.SetPayloadLength(message.Length);
        context.GetBufferWriter().Write(message.Bytes);
        context.Complete();
        WireMessage.Return(message);
    }

    private static WireMessage Read(DeserializationContext context)
    {
        WireMessage message = WireMessage.Rent();
        context.PayloadAsReadOnlySequence().CopyTo(message.Add(context.PayloadLength));
        return message;
    }

    private static void Write<T>(T message, SerializationContext context)
        where T : class, IMessage<T>
    {
        context.SetPayloadLength(message.CalculateSize());
        message.WriteTo(context.GetBufferWriter());
        context.Complete();
    }

    private static T Read<T>(MessageParser<T> parser, DeserializationContext context)
        where T : class, IMessage<T>
    {
        try
        {
            return parser.ParseFrom(context.PayloadAsReadOnlySequence());
        }
        catch (InvalidProtocolBufferException)
        {
            throw GrpcErrors.ToException(GrpcErrors.MalformedMessage);
        }
    }
}
