using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using WebKv.Server.Grpc;
using Duration = Google.Protobuf.WellKnownTypes.Duration;

namespace WebKv.Server.Tests.Fuzz;

/// <summary>Valid request messages of all gRPC methods, with fields drawn at random as their descriptors have them.
/// </summary>
internal sealed class RandomMessages(Random random)
{
    private const int DepthMax = 5;
    private const int ItemsMax = 3;

    private static readonly MethodDescriptor[] Methods =
        [.. GrpcMethods.Services.SelectMany(service => service.Methods)];

    private static readonly ByteString[] Bytes =
    [
        .. ((string[])["", "a", "b", "12", "1.5", "GET", "SET", "MULTI", new string('x', 20_000)])
            .Select(ByteString.CopyFromUtf8),
    ];

    private static readonly long[] Numbers =
        [0, 1, 2, 7, -1, 100, 1000, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue];

    public MethodDescriptor Method() => Pick(Methods);

    public IMessage Request(MethodDescriptor method) => New(method.InputType, depth: 0);

    private IMessage New(MessageDescriptor type, int depth)
    {
        IMessage message = type.Parser.ParseFrom(ByteString.Empty);
        foreach (OneofDescriptor choice in type.Oneofs)
            if (random.Next(4) > 0)
                Set(message, Pick([.. choice.Fields]), depth);
        foreach (FieldDescriptor field in type.Fields.InDeclarationOrder())
            if (field.ContainingOneof is null && !field.IsMap && random.Next(4) > 0)
                Set(message, field, depth);
        return message;
    }

    private void Set(IMessage message, FieldDescriptor field, int depth)
    {
        if (field.FieldType == FieldType.Message && depth == DepthMax)
            return;
        if (!field.IsRepeated)
        {
            field.Accessor.SetValue(message, ValueOf(field, depth));
            return;
        }
        var items = (IList)field.Accessor.GetValue(message);
        for (int count = random.Next(ItemsMax + 1); count > 0; count--)
            items.Add(ValueOf(field, depth));
    }

    private object ValueOf(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.Bytes => Pick(Bytes),
        FieldType.String => Pick(["", "0", "1a2b", "string", "\u00e9"]),
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Int32 => (int)Pick(Numbers),
        FieldType.UInt32 => (uint)Pick(Numbers),
        FieldType.Int64 => Pick(Numbers),
        FieldType.UInt64 => (ulong)Pick(Numbers),
        FieldType.Double => Pick([0, 1.5, -1, double.NaN, double.PositiveInfinity, double.MaxValue]),
        FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, random.Next(-1, 5)),
        // A call that waits for longer would wait for nothing: nobody else is there.
        FieldType.Message when field.Name == "wait" => new Duration { Nanos = Pick([-1, 0, 1, 2_000_000]) },
        FieldType.Message => New(field.MessageType, depth + 1),
        _ => throw new NotSupportedException($"no values of type {field.FieldType} for {field.FullName}"),
    };

    private T Pick<T>(T[] choices) => choices[random.Next(choices.Length)];
}
