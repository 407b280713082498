using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Server.Commands;

/// <summary>CONFIG SET: changes parameters until the next start, all of them or none.</summary>
internal sealed class ConfigSet(ServerParameters parameters) : SessionCommand(new CommandInfo(
    "config|set", "parameter value [parameter value ...]")
{
    Arity = -4,
    Flags = CommandFlags.Admin | CommandFlags.Loading | CommandFlags.Secret,
    Group = CommandGroup.Server,
    Summary = "Changes parameters of the running server.",
    Complexity = "O(N) in the number of parameters",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        if (arguments.Remaining % 2 != 0)
            return CommonErrors.WrongArity(Info.Name);
        var changes = new Dictionary<string, Action>();
        while (arguments.HasNext)
        {
            string name = Encoding.UTF8.GetString(arguments.Next());
            string value = Encoding.UTF8.GetString(arguments.Next());
            if (Prepare(name, value, changes) is { } error)
                return error;
        }
        foreach (Action change in changes.Values)
            change();
        writer.Status("OK"u8);
        return null;
    }

    private Error? Prepare(string name, string value, Dictionary<string, Action> changes)
    {
        if (parameters.Find(name) is not { } parameter)
            return new Error(ErrorCode.InvalidArgument,
                $"ERR Unknown option or number of arguments for CONFIG SET - '{name}'");
        if (parameter.Set is null)
            return Failed(name, "can't set immutable config");
        if (parameter.Set(value) is not { } change)
            return Failed(name, parameter.Expected);
        return changes.TryAdd(parameter.Name, change) ? null : Failed(name, "duplicate parameter");
    }

    private static Error Failed(string name, string reason) => new(ErrorCode.InvalidArgument,
        $"ERR CONFIG SET failed (possibly related to argument '{name}') - {reason}");
}
