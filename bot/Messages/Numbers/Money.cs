namespace MentorBot.Messages;

/// <param name="Currency">ISO 4217 code; null when the person did not say one.</param>
internal readonly record struct Money(double Amount, string? Currency);
