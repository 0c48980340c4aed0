namespace MentorBot.Pages;

/// <summary>Lets a changing request through only when our own page sent it: a foreign page can neither set the header nor hide where it comes from.</summary>
internal sealed class SameOrigin : IEndpointFilter
{
    private const string Header = "X-MentorBot";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        HttpMethods.IsGet(context.HttpContext.Request.Method) || IsOurs(context.HttpContext.Request) ? next(context) : ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden));

    private static bool IsOurs(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return request.Headers.ContainsKey(Header)
            && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}")
            && site is "" or "same-origin";
    }
}
