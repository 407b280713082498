using System.Text;
using System.Text.Json.Serialization;
using WebKv.Engine.Strings;

namespace WebKv.Server.Rest.Strings;

/// <summary>What to do with one integer.</summary>
/// <param name="Op">get, set or increment.</param>
/// <param name="Type">i and the number of bits for one with a sign, u for one without: i1 to i64, u1 to u63.</param>
/// <param name="Offset">Its first bit; 0 is the highest bit of the first byte.</param>
/// <param name="Value">With set: what it becomes. A string of digits is taken, too.</param>
/// <param name="By">With increment: what is added. A string of digits is taken, too.</param>
/// <param name="Overflow">What becomes of a result that does not fit: its lowest bits are kept (wrap, if it is not
/// said), the nearest value that fits is taken (saturate), or nothing is done and null answered (fail).</param>
internal sealed record BitFieldStep(
    string? Op,
    string? Type,
    long? Offset,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] long? Value,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] long? By,
    string? Overflow)
{
    public const string Get = "get";
    public const string Set = "set";
    public const string Increment = "increment";

    /// <summary>In the order of <see cref="BitFieldOverflow"/>.</summary>
    public static readonly string[] Overflows = ["wrap", "saturate", "fail"];

    public static bool TryParseType(string? text, out BitFieldType type) =>
        BitFieldType.TryParse(Encoding.UTF8.GetBytes(text ?? ""), out type);

    /// <summary>The operation in the engine's terms; the step has been checked.</summary>
    public BitFieldOperation ToOperation()
    {
        TryParseType(Type, out BitFieldType type);
        BitFieldAction action = Op switch
        {
            Set => BitFieldAction.Set,
            Increment => BitFieldAction.Increment,
            _ => BitFieldAction.Get,
        };
        var overflow = (BitFieldOverflow)Math.Max(0, Overflows.IndexOf(Overflow));
        return new BitFieldOperation(action, type, Offset!.Value, Value ?? By ?? 0, overflow);
    }
}
