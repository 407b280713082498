namespace WebKv.Server.Hosting;

/// <summary>The server cannot start as it was told to; the message is for the person who told it.</summary>
public sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
