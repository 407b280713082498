using WebKv.Engine.Execution;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Sorting;

/// <summary>Copies elements into a reply buffer.</summary>
internal readonly struct ElementCollector(ReplyBuffer replies) : IElementVisitor
{
    public void Visit(scoped PackedItem element) => replies.Append(element);
}
