using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>
/// What a document is waiting for, or how it ended. An open list: a value that is not named here is kept as it is. Letter case does not count.
/// </summary>
/// <param name="Value">The service's text.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct StoredDocumentState(string Value)
{
    /// <summary>Ready to be signed (<c>tosign</c>).</summary>
    public static StoredDocumentState ToSign { get; } = new("tosign");

    /// <summary>Its tags (<c>_SC1_</c>) become signature fields first; then it is ready by itself (<c>tags</c>).</summary>
    public static StoredDocumentState Tags { get; } = new("tags");

    /// <summary>It gets a digital stamp first; then it is ready by itself (<c>tostamp</c>).</summary>
    public static StoredDocumentState ToStamp { get; } = new("tostamp");

#pragma warning disable CA1720 // Not the kind of number.
    /// <summary>The signer submitted it (<c>signed</c>).</summary>
    public static StoredDocumentState Signed { get; } = new("signed");
#pragma warning restore CA1720

    /// <summary>The signer pressed Cancel (<c>canceled</c>).</summary>
    public static StoredDocumentState Canceled { get; } = new("canceled");

    /// <summary>It was submitted or cancelled, and the call to tell you failed (<c>errorsendinfo</c>).</summary>
    public static StoredDocumentState ErrorSendInfo { get; } = new("errorsendinfo");

    /// <summary>Whether the signer is done with it, well or not.</summary>
    public bool IsFinal => this == Signed || this == Canceled || this == ErrorSendInfo;

    /// <summary>Compares without regard to letter case.</summary>
    public bool Equals(StoredDocumentState other) => OpenEnum.AreEqual(Value, other.Value);

    /// <summary>A hash that goes with <see cref="Equals(StoredDocumentState)"/>.</summary>
    public override int GetHashCode() => OpenEnum.HashOf(Value);

    /// <summary>The service's text.</summary>
    public override string ToString() => Value ?? "";

    internal sealed class Converter() : StringValueConverter<StoredDocumentState>(static value => new(value), static item => item.Value);
}
