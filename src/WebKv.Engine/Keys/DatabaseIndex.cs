using WebKv.Engine.Errors;
using WebKv.Engine.Execution;

namespace WebKv.Engine.Keys;

/// <summary>Checks the number of a logical database that a command line names.</summary>
internal static class DatabaseIndex
{
    public static Error? Check(CommandContext context, long sent, out int database)
    {
        bool isValid = sent >= 0 && sent < context.Engine.Options.Databases;
        database = isValid ? (int)sent : 0;
        return isValid ? null : CommonErrors.DatabaseIndex;
    }
}
