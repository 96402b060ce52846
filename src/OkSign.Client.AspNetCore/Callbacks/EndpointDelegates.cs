using Microsoft.AspNetCore.Http;

namespace OkSign.Client.AspNetCore;

/// <summary>
/// Makes request delegates of handlers. Minimal APIs would take typed parameters, too, but compile them at run time, where there may be no compiler.
/// </summary>
internal static class EndpointDelegates
{
    /// <summary>The end of a route that may have the secret.</summary>
    public const string SecretSegment = $"/{{{CallbackSecret.DefaultParameter}?}}";

    public static RequestDelegate Answer(Func<HttpContext, ValueTask<IResult>> handler)
        => async context =>
        {
            IResult result = await handler(context).ConfigureAwait(false);
            await result.ExecuteAsync(context).ConfigureAwait(false);
        };
}
