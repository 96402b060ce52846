using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>The ways to sign that a signature field allows: those that are not null. Unknown ones are kept as additional members.</summary>
public sealed record SigningOptions : OkSignModel
{
    /// <summary>The Belgian eID card.</summary>
    [JsonPropertyName("eid")]
    [JsonConverter(typeof(SigningMethodOptionsConverter))]
    public SigningMethodOptions? Eid { get; init; }

    /// <summary>The itsme app.</summary>
    [JsonPropertyName("itsme")]
    [JsonConverter(typeof(SigningMethodOptionsConverter))]
    public SigningMethodOptions? Itsme { get; init; }

    /// <summary>A code sent by SMS (on the wire it is called <c>tan</c>).</summary>
    [JsonPropertyName("tan")]
    [JsonConverter(typeof(SigningMethodOptionsConverter))]
    public SigningMethodOptions? Sms { get; init; }

    /// <summary>A signature drawn on the screen.</summary>
    [JsonPropertyName("pen")]
    [JsonConverter(typeof(SigningMethodOptionsConverter))]
    public SigningMethodOptions? Pen { get; init; }

    /// <summary>The Smart-ID app.</summary>
    [JsonPropertyName("smartid")]
    [JsonConverter(typeof(SigningMethodOptionsConverter))]
    public SigningMethodOptions? SmartId { get; init; }

    /// <summary>Allows methods as they are, in the short form.</summary>
    /// <param name="methods">One or more; one that this library does not know is sent by its key.</param>
    /// <exception cref="ArgumentException">There is none, or one without a key.</exception>
    public static SigningOptions Allow(params SigningMethod[] methods)
    {
        ArgumentNullException.ThrowIfNull(methods);
        if (methods.Length == 0 || methods.Any(static method => string.IsNullOrEmpty(method.Value)))
        {
            throw new ArgumentException("One or more methods are needed, each with its key.", nameof(methods));
        }

        using var empty = JsonDocument.Parse("{}");
        SigningMethod[] unknown = [.. methods.Where(static method => !IsKnown(method))];
        return new SigningOptions
        {
            Eid = In(SigningMethod.Eid),
            Itsme = In(SigningMethod.Itsme),
            Sms = In(SigningMethod.Sms),
            Pen = In(SigningMethod.Pen),
            SmartId = In(SigningMethod.SmartId),
            AdditionalMembers = unknown.Distinct().ToDictionary(static method => method.Value, _ => empty.RootElement.Clone()),
        };

        SigningMethodOptions? In(SigningMethod method) => methods.Contains(method) ? new SigningMethodOptions() : null;
    }

    private static bool IsKnown(SigningMethod method)
        => method == SigningMethod.Eid
            || method == SigningMethod.Itsme
            || method == SigningMethod.Sms
            || method == SigningMethod.Pen
            || method == SigningMethod.SmartId;
}
