namespace OkSign.Emulator.OkDokument;

/// <summary>The <c>message</c> of a failure. Only the first two are documented.</summary>
internal static class ErrorCodes
{
    public const string NotFound = "err.not.found";
    public const string RequestDoesNotExist = "err.signature.request.not.exist";
    public const string RequestExpired = "err.signature.request.expired";
    public const string RequestFinished = "err.signature.request.finished";
    public const string RequestExists = "err.signature.request.exists";
    public const string DocumentState = "err.document.state";
    public const string NoCredit = "err.no.credit";
    public const string InvalidRequest = "err.invalid.request";
    public const string FileTooLarge = "err.file.too.large";
    public const string NotConverted = "err.conversion.not.supported";
    public const string Unauthorized = "err.unauthorized";
    public const string SigningRefused = "err.signing.refused";
    public const string Failed = "err.failed";
}
