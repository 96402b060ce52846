using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OkSign.Emulator.Http;

/// <summary>Makes operation paths exact; ASP.NET Core alone would forgive another letter case and a trailing slash.</summary>
internal static class ExactPaths
{
    public static void UseExactPaths(this WebApplication app)
    {
        var known = new Lazy<HashSet<string>>(() => OperationPaths(app));
        app.Use((context, next) =>
        {
            string path = context.Request.Path.Value ?? "";
            if (!path.StartsWith(OkSignServer.ServicePath, StringComparison.OrdinalIgnoreCase) || known.Value.Contains(path))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    private static HashSet<string> OperationPaths(IEndpointRouteBuilder app)
        => [.. app.DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Operation>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!)];
}
