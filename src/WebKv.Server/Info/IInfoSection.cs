using WebKv.Engine.Commands;

namespace WebKv.Server.Info;

/// <summary>One section of INFO. What it reports is read without locks and may be a moment old.</summary>
internal interface IInfoSection
{
    /// <summary>Lower case, as INFO is asked for it.</summary>
    string Name { get; }

    /// <summary>Whether INFO without arguments shows it.</summary>
    bool IsDefault => true;

    void Write(InfoText text, CommandDispatcher dispatcher);
}
