using System.Globalization;
using System.Security.Cryptography;

namespace OkSign.Emulator.OkDokument;

/// <summary>
/// Sends and checks one-time codes. A code is the same however often it is sent, and can be tried without end: nothing is known of
/// limits.
/// </summary>
internal static class OneTimeCodes
{
    private const int Codes = 10_000;

    /// <summary>Sends the code to open, or sends it again.</summary>
    /// <returns>The request, which has the code now.</returns>
    public static SignatureRequest SendOpen(AccountBook book, SignatureRequest request, StoredDokument document, DateTimeOffset now)
    {
        OtpRule rule = request.Rules.Open;
        string code = request.OpenCode ?? rule.Code ?? NewCode();
        DokumentMessages.SendCode(book, request, document, DocumentMessageKind.OpenCode, rule, code, now);
        return Keep(book, request with { OpenCode = code });
    }

    /// <summary>Sends the code to sign, or sends it again.</summary>
    /// <returns>The request, which has the code now.</returns>
    public static SignatureRequest SendSign(AccountBook book, SignatureRequest request, StoredDokument document, DateTimeOffset now)
    {
        OtpRule rule = request.Rules.Sign;
        string code = request.SignCode ?? rule.Code ?? NewCode();
        DokumentMessages.SendCode(book, request, document, DocumentMessageKind.SignCode, rule, code, now);
        return Keep(book, request with { SignCode = code });
    }

    /// <exception cref="EmulatedSigningException">It is not the code that was sent.</exception>
    public static void Check(string? sent, string? given, SentCode missing, string purpose)
    {
        bool isRight = given is null ? missing == SentCode.TakeWhenMissing && sent is not null : given == sent;
        if (!isRight)
        {
            throw new EmulatedSigningException($"The code to {purpose} is {(string.IsNullOrEmpty(given) ? "missing" : "wrong")}.");
        }
    }

    private static SignatureRequest Keep(AccountBook book, SignatureRequest request)
    {
        book.Replace(request);
        return request;
    }

    private static string NewCode() => RandomNumberGenerator.GetInt32(Codes).ToString("D4", CultureInfo.InvariantCulture);
}
