using System.Security.Cryptography;
using System.Text;

namespace OkSign.Client;

/// <summary>
/// A secret for an address that a service calls. Neither service signs its calls: who knows the address can pretend to be the service. Make a
/// secret for each request, store it with what it belongs to, and let it count once.
/// </summary>
/// <remarks>It shows that the caller knows the address, and no more. What the call tells is confirmed by asking the service.</remarks>
public sealed class CallbackSecret
{
    /// <summary>The name of the parameter that carries it, unless you choose another: <c>secret</c>.</summary>
    public const string DefaultParameter = "secret";

    private const int Bytes = 32;
    private const int MinLength = 16;
    private const int MaxLength = 512;

    /// <summary>Takes a secret that was stored.</summary>
    /// <param name="value">Letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>~</c>, 16 to 512 of them.</param>
    /// <exception cref="ArgumentException">The text has others, or is too short or too long.</exception>
    public CallbackSecret(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length is < MinLength or > MaxLength || !value.All(IsUnreserved))
        {
            throw new ArgumentException(
                $"A secret has {MinLength} to {MaxLength} letters, digits, -, _, . and ~.",
                nameof(value));
        }

        Value = value;
    }

    /// <summary>The text, to be stored where a password would be.</summary>
    public string Value { get; }

    /// <summary>Makes a new one: 256 random bits in 43 characters.</summary>
    public static CallbackSecret New()
        => new(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_'));

    /// <summary>The address with the secret in its query.</summary>
    /// <param name="address">The address that the service is to call, with or without a query.</param>
    /// <param name="parameter">The name of the query's parameter.</param>
    /// <exception cref="ArgumentException">
    /// The address is not an absolute http or https address, or has such a parameter, or the name is no simple one.
    /// </exception>
    public Uri AddTo(Uri address, string parameter = DefaultParameter)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(parameter);
        Arguments.ThrowIfNoWebAddress(address, nameof(address), "The address");
        if (parameter.Length == 0 || !parameter.All(IsUnreserved))
        {
            throw new ArgumentException("The name has letters, digits, -, _, . and ~ only.", nameof(parameter));
        }

        if (InboundQuery.Read(address).Parameters.All.ContainsKey(parameter))
        {
            throw new ArgumentException($"The address has a parameter {parameter} already.", nameof(address));
        }

        string query = address.Query.Length > 1 ? address.Query + "&" : "?";
        return new UriBuilder(address)
        {
            // Else the usual port would be written out.
            Port = address.IsDefaultPort ? -1 : address.Port,
            Query = $"{query}{parameter}={Value}",
        }.Uri;
    }

    /// <summary>Whether a text is this secret. Takes as long for a text that is nearly right as for any other.</summary>
    /// <param name="candidate">What the caller sent; null for nothing.</param>
    public bool Matches(string? candidate)
        => candidate is { Length: <= MaxLength } && CryptographicOperations.FixedTimeEquals(HashOf(candidate), HashOf(Value));

    /// <summary>Hides the secret.</summary>
    public override string ToString() => "***";

    // Of hashes, because those have the same length whatever the texts have.
    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static bool IsUnreserved(char character)
        => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '~';
}
