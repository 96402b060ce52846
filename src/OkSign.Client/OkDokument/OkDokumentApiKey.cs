using System.Diagnostics.CodeAnalysis;

namespace OkSign.Client.OkDokument;

/// <summary>The key by which OKdokument knows an application (the <c>x-api-key</c> header). <see cref="ToString"/> hides it.</summary>
/// <remarks>Made in the web application (<c>app.okdokument.com</c>). Documents and counters belong to the key.</remarks>
public sealed class OkDokumentApiKey
{
    /// <summary>The environment variable that <see cref="FromEnvironment"/> reads: <c>OKDOKUMENT_API_KEY</c>.</summary>
    public const string EnvironmentVariable = "OKDOKUMENT_API_KEY";

    private const string Rule = "An API key is not empty and has only visible ASCII characters.";

    /// <summary>Takes the key as the service gave it out.</summary>
    /// <exception cref="ArgumentException">The text is empty, or has a space, a control or a non-ASCII character. The message never repeats it.</exception>
    public OkDokumentApiKey(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Key = IsKey(value)
            ? new ServiceKey(WireHeaders.ApiKey, value, [value])
            : throw new ArgumentException(Rule, nameof(value));
    }

    internal ServiceKey Key { get; }

    /// <summary>Reads a key, with or without spaces around it.</summary>
    /// <exception cref="FormatException">This is none. The message never repeats the text.</exception>
    public static OkDokumentApiKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out OkDokumentApiKey? key) ? key : throw new FormatException(Rule);
    }

    /// <summary>Reads a key, with or without spaces around it, or answers false.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out OkDokumentApiKey? key)
    {
        key = text?.Trim() is { } trimmed && IsKey(trimmed) ? new OkDokumentApiKey(trimmed) : null;
        return key is not null;
    }

    /// <summary>Reads the environment variable <c>OKDOKUMENT_API_KEY</c>.</summary>
    /// <exception cref="InvalidOperationException">The variable is not set, or is not a key. The message never repeats its value.</exception>
    public static OkDokumentApiKey FromEnvironment()
    {
        string? text = Environment.GetEnvironmentVariable(EnvironmentVariable);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidOperationException($"The environment variable {EnvironmentVariable} is not set.");
        }

        return TryParse(text, out OkDokumentApiKey? key)
            ? key
            : throw new InvalidOperationException($"The environment variable {EnvironmentVariable} is not usable. {Rule}");
    }

    /// <summary>Hides the key.</summary>
    public override string ToString() => "***";

    private static bool IsKey(string text) => HeaderText.IsValid(text) && !text.Contains(' ');
}
