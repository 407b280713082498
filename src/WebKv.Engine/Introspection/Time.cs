using System.Buffers.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Introspection;

/// <summary>TIME: the server's clock as seconds and microseconds.</summary>
public sealed class Time() : SessionCommand(new CommandInfo("time", "")
{
    Arity = 1,
    Flags = CommandFlags.Fast | CommandFlags.Loading,
    Group = CommandGroup.Server,
    Summary = "Returns the server's time in seconds since 1970 and microseconds.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        DateTimeOffset now = scope.Engine.Time.GetUtcNow();
        long ticks = now.UtcTicks % TimeSpan.TicksPerSecond;
        writer.BeginArray(2);
        WriteNumber(writer, now.ToUnixTimeSeconds());
        WriteNumber(writer, ticks / TimeSpan.TicksPerMicrosecond);
        return null;
    }

    private static void WriteNumber(IReplyWriter writer, long number)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, digits, out int length);
        writer.Bulk(digits[..length]);
    }
}
