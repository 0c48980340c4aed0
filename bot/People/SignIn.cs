namespace MentorBot.People;

/// <summary>How people prove to the pages who they are; registered by the channel whose client vouches for them. Where nothing is registered nobody can sign in.</summary>
/// <param name="Verify">Reads a token that the client gave to our page; null when it proves nothing.</param>
/// <param name="FrameAncestors">Who may show our pages in a frame, as a Content-Security-Policy writes it.</param>
/// <param name="OpenIn">Where a person who came by a browser finds the page in that client.</param>
internal sealed record SignIn(Func<string, CancellationToken, ValueTask<SignedIn?>> Verify, IReadOnlyList<string> FrameAncestors, Uri OpenIn);

/// <summary>Who somebody is on a channel, proven: the three that an <see cref="Identity"/> is found by.</summary>
/// <param name="Name">What the channel calls them; the name of somebody who is enrolled.</param>
internal sealed record SignedIn(string Channel, string Workspace, string User, string? Name = null);
