using System.Globalization;
using System.Text.Json.Serialization;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Metadata;

/// <summary>
/// The first version of the metadata. Only that it has an envelope is known; flat fields with a value and a signer, and the signature's
/// particulars at the signer, are a guess after an old client's field list.
/// </summary>
internal sealed record MetadataVersion1(
    [property: JsonPropertyName("filename")] string FileName,
    [property: JsonPropertyName("size")] long Size,
    [property: JsonPropertyName("nbrOfSigaturesRequired")] int SignaturesRequired,
    [property: JsonPropertyName("nbrOfSigaturesValid")] int SignaturesValid,
    [property: JsonPropertyName("fields")] IReadOnlyList<MetadataVersion1.Field> Fields,
    [property: JsonPropertyName("signersinfo")] IReadOnlyList<MetadataVersion1.SignerInfo> Signers)
{
    private const string OldDateFormat = "dd/MM/yyyy HH:mm:ss";

    public static MetadataVersion1 Of(StoredDocument document, SignedCopy copy)
    {
        FormDescriptor descriptor = document.Descriptor!;
        return new MetadataVersion1(
            document.FileName,
            copy.Pdf.LongLength,
            document.SignaturesRequired,
            copy.SignaturesPlaced,
            [.. descriptor.Fields.Where(field => !field.IsSignature || copy.IsSignedBy(field.SignerId))
                .Select(field => new Field(field.InputType, field.Name, field.Box.Page, copy.ValueOf(field.Name), field.SignerId))],
            [.. descriptor.Signers.Select(signer => Describe(signer, copy.SigningOf(signer.Id)))]);
    }

    private static SignerInfo Describe(Signer signer, SigningEvent? signing) => new(
        signer.Id,
        signer.Name,
        signer.Email,
        signer.Mobile,
        signer.ActingAs,
        signing?.Method?.Label,
        signing?.At.ToString(OldDateFormat, CultureInfo.InvariantCulture),
        signing?.Mobile,
        signing?.CertificateSerialNumber);

    internal sealed record Field(
        [property: JsonPropertyName("inputtype")] string InputType,
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("pagenbr")] int Page,
        [property: JsonPropertyName("value")] string? Value,
        [property: JsonPropertyName("signerid")] string SignerId);

    internal sealed record SignerInfo(
        [property: JsonPropertyName("id")] string Id,
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("email")] string Email,
        [property: JsonPropertyName("mobile")] string Mobile,
        [property: JsonPropertyName("actingas")] string ActingAs,
        [property: JsonPropertyName("authMethod")] string? Method,
        [property: JsonPropertyName("date")] string? Date,
        [property: JsonPropertyName("msisdn")] string? CodeSentTo,
        [property: JsonPropertyName("serialnumber")] string? SerialNumber);
}
