using WebKv.Engine.Commands;

namespace WebKv.Server.Info;

/// <summary>All sections of INFO, in the order in which they are shown.</summary>
internal sealed class ServerInfo(IEnumerable<IInfoSection> sections)
{
    private readonly IInfoSection[] _sections = [.. sections];

    /// <summary>
    /// The sections asked for by name; "default", or nothing, means the usual ones, "all" and "everything" mean
    /// every one. A name that is none is ignored, as in Redis.
    /// </summary>
    public string Render(CommandDispatcher dispatcher, IReadOnlySet<string> wanted)
    {
        bool wantsAll = wanted.Contains("all") || wanted.Contains("everything");
        bool wantsDefault = wanted.Count == 0 || wanted.Contains("default");
        var text = new InfoText();
        foreach (IInfoSection section in _sections)
        {
            if (!wantsAll && !(wantsDefault && section.IsDefault) && !wanted.Contains(section.Name))
                continue;
            text.BeginSection(section.Name);
            section.Write(text, dispatcher);
        }
        return text.ToString();
    }
}
