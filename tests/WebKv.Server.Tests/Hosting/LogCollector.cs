using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WebKv.Server.Tests.Hosting;

/// <summary>Keeps what a server logs as an error: a server that tests talk to makes no mistakes.</summary>
public sealed class LogCollector : ILoggerProvider
{
    // It logs clients that break its protocol as errors; what fails behind it, the door logs itself.
    private const string GrpcFramework = "Grpc.AspNetCore.Server";

    private readonly ConcurrentQueue<string> _errors = new();

    public IReadOnlyCollection<string> Errors => _errors;

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _errors);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && !category.StartsWith(GrpcFramework, StringComparison.Ordinal))
                errors.Enqueue($"{category}: {formatter(state, exception)}{Environment.NewLine}{exception}");
        }
    }
}
