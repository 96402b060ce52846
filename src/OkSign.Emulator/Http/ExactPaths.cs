using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OkSign.Emulator.OkDokument;

namespace OkSign.Emulator.Http;

/// <summary>Makes operation paths exact; ASP.NET Core alone would forgive another letter case and a trailing slash.</summary>
internal static class ExactPaths
{
    private const char Separator = '/';

    private static readonly string[] Prefixes = [OkSignServer.ServicePath, .. OkDokumentPaths.Prefixes];

    public static void UseExactPaths(this WebApplication app)
    {
        var known = new Lazy<string[][]>(() => OperationPaths(app));
        app.Use((context, next) =>
        {
            string path = context.Request.Path.Value ?? "";
            if (!Prefixes.Any(prefix => path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) || IsKnown(path, known.Value))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    private static bool IsKnown(string path, string[][] known)
    {
        string[] segments = path.TrimStart(Separator).Split(Separator);
        return known.Any(pattern =>
            pattern.Length == segments.Length && pattern.Zip(segments).All(pair => Matches(pair.First, pair.Second)));
    }

    // A parameter of the path takes anything but nothing.
    private static bool Matches(string pattern, string segment) => pattern.StartsWith('{') ? segment.Length > 0 : pattern == segment;

    private static string[][] OperationPaths(IEndpointRouteBuilder app)
        => [.. app.DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Operation>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart(Separator).Split(Separator))];
}
