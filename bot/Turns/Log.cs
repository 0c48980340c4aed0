namespace MentorBot.Turns;

/// <summary>Event ids 1000 to 1999. Never a text that somebody wrote: an exception is logged by its type and stack, since its message may quote one.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Error, "Turn of event {EventId} failed at try {Attempt}: {Fault}\n{Stack}")]
    public static partial void TurnFailed(ILogger logger, Guid eventId, int attempt, string fault, string? stack);

    [LoggerMessage(1002, LogLevel.Error, "The {Loop} loop met a fault and goes on: {Fault}\n{Stack}")]
    public static partial void LoopFault(ILogger logger, string loop, string fault, string? stack);

    [LoggerMessage(1003, LogLevel.Information, "Took over {Count} events from an instance that is gone")]
    public static partial void TookOver(ILogger logger, int count);

    [LoggerMessage(1004, LogLevel.Error, "{Clock} cannot handle row {RowId} (try {Fault}): {Exception}; it steps aside until {Next}\n{Stack}")]
    public static partial void SetBack(ILogger logger, string clock, Guid rowId, int fault, string exception, DateTimeOffset next, string? stack);

    [LoggerMessage(1005, LogLevel.Error, "{Clock} gives up row {RowId} after {Faults} tries: {Exception}\n{Stack}")]
    public static partial void GivenUp(ILogger logger, string clock, Guid rowId, int faults, string exception, string? stack);
}
