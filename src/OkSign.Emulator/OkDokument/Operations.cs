using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>Names the operations of OKdokument.</summary>
internal static class Operations
{
    public static Operation Of(string name, string method, string path)
        => new($"OkDokument.{name}", method, path) { Service = Service.OkDokument };

    /// <summary>The id in the path of the request.</summary>
    public static string IdOf(HttpRequest request) => (string)request.RouteValues[OkDokumentPaths.IdParameter]!;
}
