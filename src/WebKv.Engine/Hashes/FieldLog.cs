using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Hashes;

/// <summary>How changes of fields are journalled: only the fields that were changed, with absolute deadlines.</summary>
internal static class FieldLog
{
    /// <summary>HDEL key field ..: the fields whose result is this one.</summary>
    public static void Removed(CommandContext context, Key key, ValueList fields, FieldResults results, int which)
    {
        int count = results.CountOf(which);
        if (count == 0 || !context.BeginLog("HDEL"u8, 1 + count))
            return;
        context.LogArgument(key.Bytes);
        results.Log(context, fields, which);
    }

    /// <summary>HPEXPIREAT key ms FIELDS n field ..</summary>
    public static void DeadlineSet(
        CommandContext context, Key key, long deadlineMs, ValueList fields, FieldResults results)
    {
        int count = results.CountOf(FieldResults.Done);
        if (count == 0 || !context.BeginLog("HPEXPIREAT"u8, 4 + count))
            return;
        context.LogArgument(key.Bytes);
        context.LogArgument(deadlineMs);
        LogFields(context, fields, results, count);
    }

    /// <summary>HPERSIST key FIELDS n field ..</summary>
    public static void DeadlineCleared(CommandContext context, Key key, ValueList fields, FieldResults results)
    {
        int count = results.CountOf(FieldResults.Done);
        if (count == 0 || !context.BeginLog("HPERSIST"u8, 3 + count))
            return;
        context.LogArgument(key.Bytes);
        LogFields(context, fields, results, count);
    }

    private static void LogFields(CommandContext context, ValueList fields, FieldResults results, int count)
    {
        context.LogArgument("FIELDS"u8);
        context.LogArgument(count);
        results.Log(context, fields, FieldResults.Done);
    }
}
