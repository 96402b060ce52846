using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>
/// An operation is refused with an HTTP status, a message code and what is wrong: the offending id or, for bad input, a text.
/// </summary>
internal sealed class DokumentRefusedException(int statusCode, string code, string? value) : Exception(code)
{
    public int StatusCode { get; } = statusCode;

    public string Code { get; } = code;

    public string? Value { get; } = value;

    public static DokumentRefusedException UnknownDocument(string id) => new(StatusCodes.Status404NotFound, ErrorCodes.NotFound, id);

    // The service's own asymmetry: an unknown document is 404.
    public static DokumentRefusedException UnknownRequest(string id)
        => new(StatusCodes.Status400BadRequest, ErrorCodes.RequestDoesNotExist, id);

    public static DokumentRefusedException BadInput(string code, string value) => new(StatusCodes.Status400BadRequest, code, value);

    public static DokumentRefusedException Conflict(string code, string value) => new(StatusCodes.Status409Conflict, code, value);
}
