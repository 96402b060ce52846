using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Pages;

/// <summary>
/// The scripts, styles and fonts of the pages: files in the folder <c>Pages</c>, which travel inside the assembly, so that a page needs nothing from
/// another host.
/// </summary>
internal sealed class PageAssets
{
    /// <summary>Where the files are, by their path below the folder: <c>/_pages/signing.js</c>.</summary>
    public const string Path = "/_pages/";

    // The manifest name of a file is this and its path below the folder, with its slashes.
    private const string Prefix = "Pages/";

    private static readonly Assembly Own = typeof(PageAssets).Assembly;

    private readonly Dictionary<string, Lazy<Asset>> _assets = Own.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], name => new Lazy<Asset>(() => Asset.Read(name)), StringComparer.Ordinal);

    public void Map(IEndpointRouteBuilder server)
        => server.MapGet($"{Path}{{**file}}", context => ResultFor((string?)context.Request.RouteValues["file"] ?? "").ExecuteAsync(context))
            .WithMetadata(NotLogged.Mark);

    /// <summary>The text of a file, for a page that is put together on the server.</summary>
    public string TextOf(string file) => Encoding.UTF8.GetString(_assets[file].Value.Content);

    private IResult ResultFor(string file)
        => _assets.TryGetValue(file, out Lazy<Asset>? asset) ? asset.Value : Results.NotFound();

    /// <summary>One file.</summary>
    private sealed class Asset(byte[] content, string mediaType) : IResult
    {
        private readonly string _tag = $"\"{Convert.ToHexString(SHA256.HashData(content))[..16]}\"";

        public byte[] Content => content;

        public static Asset Read(string name)
        {
            using Stream source = Own.GetManifestResourceStream(name)!;
            byte[] content = new byte[source.Length];
            source.ReadExactly(content);
            return new Asset(content, MediaTypeOf(System.IO.Path.GetExtension(name)));
        }

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            HttpResponse response = httpContext.Response;
            response.Headers.ETag = _tag;
            response.Headers.CacheControl = "no-cache";
            response.Headers.XContentTypeOptions = "nosniff";
            if (httpContext.Request.Headers.IfNoneMatch == _tag)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            response.ContentType = mediaType;
            response.ContentLength = content.Length;
            await response.Body.WriteAsync(content, httpContext.RequestAborted);
        }

        private static string MediaTypeOf(string extension) => extension switch
        {
            ".js" or ".mjs" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".txt" => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        };
    }
}
