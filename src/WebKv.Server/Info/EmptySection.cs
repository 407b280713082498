using WebKv.Engine.Commands;

namespace WebKv.Server.Info;

/// <summary>A section that tools ask for and that has nothing to say here.</summary>
internal sealed class EmptySection(string name) : IInfoSection
{
    public string Name { get; } = name;

    public void Write(InfoText text, CommandDispatcher dispatcher)
    {
    }
}
