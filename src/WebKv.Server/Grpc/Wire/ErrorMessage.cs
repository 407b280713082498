using System.Text;
using WebKv.Engine.Errors;

namespace WebKv.Server.Grpc.Wire;

/// <summary>webkv.v1.Error: an error that is part of an answer.</summary>
internal static class ErrorMessage
{
    private const int Code = 1;
    private const int Message = 2;
    private const int Retryable = 3;

    public static void Write(ProtoWriter output, int field, Error error)
    {
        ErrorMapping mapping = error.Mapping;
        int start = output.Open(field);
        output.Bytes(Code, Encoding.UTF8.GetBytes(mapping.Name));
        output.Bytes(Message, Encoding.UTF8.GetBytes(error.Message));
        if (mapping.Retryable)
            output.Varint(Retryable, 1);
        output.Close(start);
    }

    public static V1.Error Of(Error error) => new()
    {
        Code = error.Mapping.Name,
        Message = error.Message,
        Retryable = error.Mapping.Retryable,
    };
}
