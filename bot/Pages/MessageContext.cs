using MentorBot.Messages;

namespace MentorBot.Pages;

/// <summary>What a message needs around it to be shown.</summary>
/// <param name="Say">A text of the page, in the reader's language.</param>
/// <param name="ChartUrl">Where the picture of the part at an index is drawn, without its query.</param>
/// <param name="FileUrl">Where a file is downloaded.</param>
internal sealed record MessageContext(Func<string, string> Say, Func<int, string> ChartUrl, Func<Guid, string> FileUrl, Func<ChoicesPart, ChoiceState> Choices);
