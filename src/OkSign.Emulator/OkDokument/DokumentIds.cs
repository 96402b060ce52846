using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace OkSign.Emulator.OkDokument;

/// <summary>Makes ids in the shapes of the service, and judges those that a caller chose.</summary>
internal static class DokumentIds
{
    private const int DocumentIdLength = 39;
    private const int MaxRequestIdLength = 100;

    /// <summary>URL-safe base64.</summary>
    public static string NewDocumentId() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(30))[..DocumentIdLength];

    public static string NewRequestId() => Guid.NewGuid().ToString();

    /// <summary>
    /// Whether a caller may choose this request id: that others than UUIDs are taken is a guess, that they must fit in a path is not.
    /// </summary>
    public static bool CanBeRequestId(string id)
        => id.Length is > 0 and <= MaxRequestIdLength
            && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
