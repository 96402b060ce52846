using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>Where the operations are: at the root of the host.</summary>
internal static class OkDokumentPaths
{
    public const string Open = "/openDocument/";

    /// <summary>The name of the path parameter of an operation on one document or signature request.</summary>
    public const string IdParameter = "id";

    private const string Api = "/JSON/";

    public static IReadOnlyList<string> Prefixes { get; } = [Api, Open];

    public static bool Contain(PathString path)
        => Prefixes.Any(prefix => path.Value?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true);
}
