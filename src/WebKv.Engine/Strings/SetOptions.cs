using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Strings;

/// <summary>The words after the value of a SET, in any order. A wrong time is told only if the syntax is right.
/// </summary>
internal readonly record struct SetOptions(SetCondition Condition, Expiry Expiry, bool ReturnOld)
{
    public static Error? Parse(ref ArgReader arguments, string commandName, out SetOptions options)
    {
        options = default;
        Error? timeError = null;
        while (arguments.HasNext)
        {
            if (arguments.TryKeyword("NX"u8) && options.Condition != SetCondition.Present)
                options = options with { Condition = SetCondition.Absent };
            else if (arguments.TryKeyword("XX"u8) && options.Condition != SetCondition.Absent)
                options = options with { Condition = SetCondition.Present };
            else if (arguments.TryKeyword("GET"u8))
                options = options with { ReturnOld = true };
            else if (options.Expiry.IsUnset)
            {
                timeError = Expiry.Parse(ref arguments, commandName, out Expiry expiry);
                if (expiry.IsUnset)
                    return timeError;
                options = options with { Expiry = expiry };
            }
            else
                return CommonErrors.Syntax;
        }
        return timeError;
    }
}
