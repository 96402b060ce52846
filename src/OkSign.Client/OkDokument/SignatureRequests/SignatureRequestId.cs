using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>
/// The id of a signature request, which is one round of signing. You choose it, and each round needs a new one (<see cref="New"/>); who has it can
/// open the document to sign.
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly record struct SignatureRequestId
{
    /// <summary>What stands in the place of an id where a document is only stored.</summary>
    internal const string StorageOnly = "off";

    private readonly string? _value;

    /// <summary>Takes an id.</summary>
    /// <exception cref="ArgumentException">
    /// The text is empty, or has a space, a control or a non-ASCII character, or is <c>.</c> or <c>..</c>, or <c>off</c>, which says that there is no
    /// request.
    /// </exception>
    public SignatureRequestId(string value)
    {
        _value = HeaderText.RequireForPath(value);
        if (OpenEnum.AreEqual(value, StorageOnly))
        {
            throw new ArgumentException($"{StorageOnly} is no id: it says that there is no request.", nameof(value));
        }
    }

    /// <summary>The id as the service writes it; empty for the default value of this type.</summary>
    public string Value => _value ?? "";

    /// <summary>A new one, a random UUID.</summary>
    public static SignatureRequestId New() => new(Guid.NewGuid().ToString());

    /// <summary>The id as the service writes it.</summary>
    public override string ToString() => Value;

    internal sealed class Converter() : StringValueConverter<SignatureRequestId>(static value => new(value), static id => id.Value);
}
