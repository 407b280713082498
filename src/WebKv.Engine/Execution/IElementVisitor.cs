using WebKv.Memory.Collections;

namespace WebKv.Engine.Execution;

/// <summary>Takes the elements of a collection one by one.</summary>
internal interface IElementVisitor
{
    void Visit(scoped PackedItem element);
}
