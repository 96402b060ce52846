using System.Diagnostics.CodeAnalysis;

namespace OkSign.Client;

/// <summary>The key of an OKSign account: account number, authentication token and organizational token.</summary>
/// <remarks>
/// Written as <c>{account number};{authentication token};{organizational token}</c>, the form of the service's
/// <c>x-oksign-authorization</c> header. <see cref="ToString"/> hides the secret.
/// </remarks>
public sealed class OkSignCredentials
{
    /// <summary>The environment variable that <see cref="FromEnvironment"/> reads: <c>OKSIGN_AUTHORIZATION</c>.</summary>
    public const string EnvironmentVariable = "OKSIGN_AUTHORIZATION";

    /// <summary>Makes credentials of their three parts.</summary>
    /// <param name="accountNumber">The account number, a text of digits: a leading zero counts.</param>
    /// <param name="authenticationToken">The secret that the service gave out.</param>
    /// <param name="organizationalToken">The label chosen in the account under <em>REST API &gt; API Console</em>.</param>
    /// <exception cref="ArgumentException">
    /// A part is empty, has a <c>;</c>, a control or a non-ASCII character or an outer space, or the account number is not digits.
    /// </exception>
    public OkSignCredentials(string accountNumber, string authenticationToken, string organizationalToken)
    {
        ArgumentNullException.ThrowIfNull(accountNumber);
        ArgumentNullException.ThrowIfNull(authenticationToken);
        ArgumentNullException.ThrowIfNull(organizationalToken);
        ThrowIf(AccountNumberProblem(accountNumber), nameof(accountNumber));
        ThrowIf(Problem("authentication token", authenticationToken), nameof(authenticationToken));
        ThrowIf(Problem("organizational token", organizationalToken), nameof(organizationalToken));
        AccountNumber = accountNumber;
        AuthenticationToken = authenticationToken;
        OrganizationalToken = organizationalToken;
        string all = $"{accountNumber};{authenticationToken};{organizationalToken}";
        Key = new ServiceKey(WireHeaders.Authorization, all, [all, authenticationToken]);
    }

    /// <summary>The account number, digits; a leading zero counts.</summary>
    public string AccountNumber { get; }

    /// <summary>The label of the key, chosen in the account; it also names the callback settings that apply.</summary>
    public string OrganizationalToken { get; }

    internal string AuthenticationToken { get; }

    internal ServiceKey Key { get; }

    /// <summary>Reads <c>{account number};{authentication token};{organizational token}</c>.</summary>
    /// <exception cref="FormatException">The text does not have that form. The message never repeats the text.</exception>
    public static OkSignCredentials Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, out string problem) ?? throw new FormatException(problem);
    }

    /// <summary>Reads <c>{account number};{authentication token};{organizational token}</c>, or answers false.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out OkSignCredentials? credentials)
    {
        credentials = text is null ? null : Read(text, out _);
        return credentials is not null;
    }

    /// <summary>Reads the environment variable <c>OKSIGN_AUTHORIZATION</c>.</summary>
    /// <exception cref="InvalidOperationException">
    /// The variable is not set, or is not a key. The message never repeats its value.
    /// </exception>
    public static OkSignCredentials FromEnvironment()
    {
        string? text = Environment.GetEnvironmentVariable(EnvironmentVariable);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidOperationException($"The environment variable {EnvironmentVariable} is not set.");
        }

        return Read(text!, out string problem)
            ?? throw new InvalidOperationException($"The environment variable {EnvironmentVariable} is not usable. {problem}");
    }

    /// <summary>The account number and the organizational token; the secret is hidden.</summary>
    public override string ToString() => $"{AccountNumber};***;{OrganizationalToken}";

    private static OkSignCredentials? Read(string text, out string problem)
    {
        string[] parts = text.Trim().Split(';');
        if (parts.Length != 3)
        {
            problem = "Credentials are three parts joined by ';': account number, authentication token, organizational token.";
            return null;
        }

        problem = AccountNumberProblem(parts[0])
            ?? Problem("authentication token", parts[1])
            ?? Problem("organizational token", parts[2])
            ?? "";
        return problem.Length == 0 ? new OkSignCredentials(parts[0], parts[1], parts[2]) : null;
    }

    private static string? AccountNumberProblem(string value)
        => Problem("account number", value)
            ?? (value.All(static character => character is >= '0' and <= '9') ? null : "The account number must be digits.");

    private static string? Problem(string part, string value)
        => value switch
        {
            "" => $"The {part} is empty.",
            _ when value.Contains(';') => $"The {part} has a ';'.",
            _ when !HeaderText.IsValid(value) => $"The {part} has a control or a non-ASCII character, or an outer space.",
            _ => null,
        };

    private static void ThrowIf(string? problem, string parameterName)
    {
        if (problem is not null)
        {
            throw new ArgumentException(problem, parameterName);
        }
    }
}
