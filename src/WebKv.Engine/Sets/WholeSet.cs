using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.Sets;

/// <summary>Reads a set as a whole, in slices if it is big.</summary>
internal static class WholeSet
{
    private const int MembersPerStep = 256;

    /// <summary>Appends all members of a key to the context's replies, which must be empty.</summary>
    public static Error? Append(CommandContext context, Key key)
    {
        var read = new LongRead(context, key);
        while (true)
        {
            // A key of another type after a pause is an error like any other.
            if (context.Collections.Peek(key, RecordType.Set, out _) is { } error)
                return error;
            if (TryAppend(context, key, ref read))
                return null;
            context.Replies.Reset();
        }
    }

    private static bool TryAppend(CommandContext context, Key key, ref LongRead read)
    {
        long position = 0;
        while (true)
        {
            context.TryPeek(key, out Record record);
            if (!SetView.Of(context, key, record).AppendSome(ref position, MembersPerStep, context.Replies))
                return true;
            if (read.IsDue && !read.Pause())
                return false;
        }
    }
}
