namespace MentorBot.Tests.Conversations;

/// <summary>One channel's real wire, as a talk uses it.</summary>
internal interface IWire : IAsyncDisposable
{
    /// <summary>Lets the talk begin; returns what the mentor says first.</summary>
    Task<string> OpenAsync();

    /// <returns>Everything the mentor says in answer, as plain text, a blank line between messages.</returns>
    Task<string> SendAsync(string sent);

    /// <returns>What came by itself meanwhile.</returns>
    Task<string> WaitAsync(TimeSpan time);
}
