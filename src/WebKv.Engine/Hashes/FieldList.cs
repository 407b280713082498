using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Hashes;

/// <summary>A hash and some of its fields: key FIELDS count field [field ...].</summary>
internal readonly ref struct FieldList
{
    public Key Key { get; init; }

    public ValueList Fields { get; init; }

    public static Error? Parse(ref ArgReader arguments, out FieldList parsed)
    {
        Key key = arguments.NextKey();
        Error? error = FieldArguments.Parse(ref arguments, HashErrors.FieldCount, out ValueList fields);
        parsed = new FieldList { Key = key, Fields = fields };
        return error;
    }
}
