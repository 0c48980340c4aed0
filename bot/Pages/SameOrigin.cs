namespace MentorBot.Pages;

/// <summary>Lets a changing request through only when our own page sent it: a foreign page can neither set the header nor hide where it comes from.</summary>
internal sealed class SameOrigin(OwnOrigin own) : IEndpointFilter
{
    private const string Header = "X-MentorBot";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return HttpMethods.IsGet(request.Method) || (request.Headers.ContainsKey(Header) && own.Sent(request)) ? next(context) : ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden));
    }
}
