using System.Security.Cryptography;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>The signing links: one for each signer of a document, with a token that cannot be guessed.</summary>
internal sealed class SigningLinks(ServerAddress address)
{
    public const string Path = "/sign/";

    public static string NewToken() => Convert.ToHexString(RandomNumberGenerator.GetBytes(24));

    public Uri For(StoredDocument document, string signerId) => For(document.SigningTokens[signerId]);

    public Uri For(string token) => new(address.Root, Path + token);

    /// <returns>The token of a link of this server, or null when it is no such link.</returns>
    public string? TokenOf(Uri link)
        => link.IsAbsoluteUri && link.Authority == address.Root.Authority && link.AbsolutePath.StartsWith(Path, StringComparison.Ordinal)
            ? link.AbsolutePath[Path.Length..]
            : null;
}
