namespace WebKv.Engine.Sessions;

/// <summary>What CLIENT REPLY has asked for.</summary>
public enum ReplyMode
{
    On,
    Off,

    /// <summary>The next command gets no reply.</summary>
    SkipNext,

    /// <summary>The command that runs now gets no reply; then replies are on again.</summary>
    Skip,
}
