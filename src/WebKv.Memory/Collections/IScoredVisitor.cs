namespace WebKv.Memory.Collections;

/// <summary>Sees elements one by one during a walk; it may not change the table.</summary>
public interface IScoredVisitor
{
    void Visit(ScoredElement element);
}
