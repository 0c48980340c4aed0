using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MentorBot.Tests.Drivers;

/// <summary>Every line that the service logged, with its exception and what it was logged within.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(int Id, string Line)> Lines { get; } = new();

    /// <summary>Down to the finest level, whatever the settings say.</summary>
    public void ListenTo(ILoggingBuilder logging) => logging.AddProvider(this).AddFilter<KeptLog>(category: null, LogLevel.Trace).SetMinimumLevel(LogLevel.Trace);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Lines.Enqueue((0, state.ToString() ?? ""));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((eventId.Id, exception is null ? formatter(state, exception) : $"{formatter(state, exception)}\n{exception}"));

    public void Dispose()
    {
    }
}
