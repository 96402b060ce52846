using System.Text.Json.Serialization;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Metadata;

/// <summary>
/// The current version of the metadata: fields have <c>metadata</c> once completed, with an object as value for a signature.
/// </summary>
internal sealed record MetadataVersion2(
    [property: JsonPropertyName("filename")] string FileName,
    [property: JsonPropertyName("size")] string Size,
    [property: JsonPropertyName("nbrOfSigaturesRequired")] int SignaturesRequired,
    [property: JsonPropertyName("nbrOfSigaturesValid")] int SignaturesValid,
    [property: JsonPropertyName("fields")] IReadOnlyList<MetadataVersion2.Field> Fields,
    [property: JsonPropertyName("signersinfo")] IReadOnlyList<Signer> Signers)
{
    private const int BytesPerKilobyte = 1024;

    public static MetadataVersion2 Of(StoredDocument document, SignedCopy copy)
    {
        FormDescriptor descriptor = document.Descriptor!;
        return new MetadataVersion2(
            document.FileName,
            $"{(copy.Pdf.Length + BytesPerKilobyte - 1) / BytesPerKilobyte} KB",
            document.SignaturesRequired,
            copy.SignaturesPlaced,
            [.. descriptor.Fields.Select(field => Describe(field, copy))],
            descriptor.Signers);
    }

    private static Field Describe(FormField field, SignedCopy copy)
    {
        object? value = field.IsSignature
            ? copy.Signings.FirstOrDefault(signing => signing.Signatures.Contains(field)) is { } signing ? Describe(signing) : null
            : copy.ValueOf(field.Name);
        return new Field(field.InputType, field.Name, field.Box.Page, value is null ? null : new Completion(value));
    }

    private static Signature Describe(SigningEvent signing) => new(
        Timestamps.Format(signing.At),
        signing.Signer.Name,
        signing.Signer.ActingAs,
        signing.Method!.Label,
        signing.Signer.Id,
        signing.Method.CertificateProvider,
        signing.CertificateSerialNumber,
        signing.Mobile);

    internal sealed record Field(
        [property: JsonPropertyName("inputtype")] string InputType,
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("pagenbr")] int Page,
        [property: JsonPropertyName("metadata")] Completion? Metadata);

    internal sealed record Completion([property: JsonPropertyName("value")] object Value);

    internal sealed record Signature(
        [property: JsonPropertyName("isodate")] string IsoDate,
        [property: JsonPropertyName("signedby")] string SignedBy,
        [property: JsonPropertyName("actingas")] string ActingAs,
        [property: JsonPropertyName("authMethod")] string Method,
        [property: JsonPropertyName("signerid")] string SignerId,
        [property: JsonPropertyName("provider")] string? Provider,
        [property: JsonPropertyName("serialnumber")] string? SerialNumber,
        [property: JsonPropertyName("msisdn")] string? CodeSentTo);
}
