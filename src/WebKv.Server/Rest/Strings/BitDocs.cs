using Microsoft.OpenApi;
using WebKv.Engine.Errors;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Strings;

/// <summary>The OpenAPI descriptions of the operations on bits.</summary>
internal static class BitDocs
{
    private static readonly IReadOnlyList<ParameterDocs> Window =
    [
        new("start", JsonSchemaType.Integer, "First position; negative ones count from the end."),
        new("end", JsonSchemaType.Integer, "Last position."),
        new("unit", JsonSchemaType.String, "What the positions count; bytes if not given.") { Words = ["byte", "bit"] },
    ];

    public static readonly OperationDocs Read = new("getBit", DocTags.Bits, "Read a bit")
    {
        Commands = ["GETBIT"],
        Responses = [DocParts.OkOfKey<BitResult>("The bit; 0 beyond the end", """{"bit":1}""")],
        Errors = [ErrorCode.WrongType],
    };

    public static readonly OperationDocs Write = new("putBit", DocTags.Bits, "Write a bit")
    {
        Commands = ["SETBIT"],
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request = [DocParts.Json<SetBitRequest>("""{"bit":1}""")],
        Responses = [DocParts.OkOfKey<PreviousBitResult>("The bit as it was", """{"previous":0}""")],
        Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory],
    };

    public static readonly OperationDocs Count = new("countBits", DocTags.Bits, "Count the bits that are set")
    {
        Commands = ["BITCOUNT"],
        Parameters = Window,
        Responses = [DocParts.OkOfKey<BitCountResult>("The count", """{"count":5}""")],
        Errors = [ErrorCode.WrongType],
    };

    public static readonly OperationDocs Find = new("findBit", DocTags.Bits, "Find the first bit of a value")
    {
        Commands = ["BITPOS"],
        Parameters =
        [
            new("bit", JsonSchemaType.Integer, "The value, 0 or 1.") { IsRequired = true, Example = 1 },
            .. Window,
        ],
        Responses = [DocParts.OkOfKey<BitPositionResult>("The position; -1 when there is none", """{"position":7}""")],
        Errors = [ErrorCode.WrongType],
    };

    public static readonly OperationDocs Field = new(
        "runBitField", DocTags.Bits, "Read and change integers of any width inside a string")
    {
        Commands = ["BITFIELD", "BITFIELD_RO"],
        Description = "One after the other, as one step. The string grows as needed; bits beyond its end are zero. A "
            + "set answers the value before, an increment the value after; beyond 2^53-1 as strings of digits.",
        Parameters = [DocParts.IfMatch, DocParts.IfNoneMatch],
        Request =
        [
            DocParts.Json<BitFieldRequest>(
                new ExampleDocs("a counter of 8 bits that stays at its end",
                    """{"operations":[{"op":"increment","type":"u8","offset":0,"by":10,"overflow":"saturate"}]}"""),
                new ExampleDocs("set and read",
                    """
                    {"operations":[{"op":"set","type":"i16","offset":8,"value":-5},
                    {"op":"get","type":"u4","offset":20}]}
                    """)),
        ],
        Responses = [DocParts.OkOfKey<BitFieldResult>("What each did", """{"values":[0,11]}""")],
        Errors = [ErrorCode.WrongType, ErrorCode.PreconditionFailed, ErrorCode.OutOfMemory],
    };

    public static readonly OperationDocs Combine = new(
        "combineBits", DocTags.Bits, "Store a bitwise operation of strings")
    {
        Commands = ["BITOP"],
        Request =
        [
            DocParts.Json<BitOpRequest>(
                new ExampleDocs("and", """{"op":"and","keys":["user:1","user:2"],"storeInto":"both"}"""),
                new ExampleDocs("not", """{"op":"not","keys":["user:1"],"storeInto":"others"}""")),
        ],
        Responses = [DocParts.OkOfKey<LengthResult>("The length of the result", """{"length":2}""")],
        Errors = [ErrorCode.WrongType, ErrorCode.OutOfMemory],
    };
}
