namespace MentorBot.Pages;

/// <summary>Whether a request comes from a page of ours, as far as its browser says.</summary>
/// <param name="publicUrl">Where people reach us from outside, behind whatever ends their TLS; empty when they reach this process itself.</param>
internal sealed class OwnOrigin(string publicUrl)
{
    private readonly string? _public = Uri.TryCreate(publicUrl, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : null;

    public bool Sent(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return (origin.Length == 0 || origin == _public || origin == $"{request.Scheme}://{request.Host}")
            && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";
    }
}
