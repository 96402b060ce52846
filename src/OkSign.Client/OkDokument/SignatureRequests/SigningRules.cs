using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>
/// The <c>rules</c> of a signature request: what the signing page does, who is told by e-mail, and which codes are asked for. Rules that are not
/// named here go into <see cref="OkSignModel.AdditionalMembers"/>.
/// </summary>
public sealed record SigningRules : OkSignModel
{
    /// <summary>The longest <see cref="SignerName"/>, in characters.</summary>
    public const int MaxSignerNameLength = 40;

    /// <summary>Whether the signer may sign at any place. Say no where there are signature fields: the service takes it for allowed otherwise. Wire name: <c>signAnywhereEnabled</c>.</summary>
    [JsonPropertyName("signAnywhereEnabled")]
    public bool? SignAnywhere { get; init; }

    /// <summary>Whether the signer is asked for a name. Wire name: <c>guiRequestSignerName</c>.</summary>
    [JsonPropertyName("guiRequestSignerName")]
    public bool? AsksForSignerName { get; init; }

    /// <summary>The name that is there beforehand, at most 40 characters. The signer can change it only where <see cref="AsksForSignerName"/> is true. Wire name: <c>guiSignerName</c>.</summary>
    [JsonPropertyName("guiSignerName")]
    public string? SignerName { get; init; }

    /// <summary>The form of the date that is printed with the signature, such as <c>dd.MM.yyyy HH:mm</c>. The meaning is concluded from the name. Wire name: <c>guiSignerDate</c>.</summary>
    [JsonPropertyName("guiSignerDate")]
    public string? SignerDateFormat { get; init; }

    /// <summary>The number of signatures. The meaning is concluded from the name. Wire name: <c>guiSignatureNumber</c>.</summary>
    [JsonPropertyName("guiSignatureNumber")]
    public int? SignatureNumber { get; init; }

    /// <summary>Whether the document is submitted by itself once it is signed. Wire name: <c>guiAutoSubmit</c>.</summary>
    [JsonPropertyName("guiAutoSubmit")]
    public bool? SubmitsByItself { get; init; }

    /// <summary>Whether there is a single button while signing. Wire name: <c>guiOneButton</c>.</summary>
    [JsonPropertyName("guiOneButton")]
    public bool? HasOneButton { get; init; }

    /// <summary>Whether the dialog for the signature opens with the page. Wire name: <c>guiOpenSignature</c>.</summary>
    [JsonPropertyName("guiOpenSignature")]
    public bool? OpensSignatureDialog { get; init; }

    /// <summary>Whether the signer must scroll to the end first. Wire name: <c>guiReadRequired</c>.</summary>
    [JsonPropertyName("guiReadRequired")]
    public bool? MustBeRead { get; init; }

    /// <summary>Whether the signer may change to a phone by a QR code. Wire name: <c>guiRemoteQRCodeEnabled</c>.</summary>
    [JsonPropertyName("guiRemoteQRCodeEnabled")]
    public bool? OffersPhoneByQrCode { get; init; }

    /// <summary>Whether an envelope is submitted by itself. Comes from the sister product; whether it does anything here is doubtful. Wire name: <c>guiAutoEnvelopeSubmit</c>.</summary>
    [JsonPropertyName("guiAutoEnvelopeSubmit")]
    public bool? SubmitsEnvelopeByItself { get; init; }

    /// <summary>Whether the signer may sign with a mouse. Wire name: <c>mouseSignature</c>.</summary>
    [JsonPropertyName("mouseSignature")]
    public bool? AllowsMouse { get; init; }

    /// <summary>The address to which the invitation is sent. Needs <see cref="EmailFrom"/>. Wire name: <c>emailTo</c>.</summary>
    [JsonPropertyName("emailTo")]
    public string? EmailTo { get; init; }

    /// <summary>The address to which answers go. Wire name: <c>emailFrom</c>.</summary>
    [JsonPropertyName("emailFrom")]
    public string? EmailFrom { get; init; }

    /// <summary>The sender's name in the messages. Wire name: <c>nameFrom</c>.</summary>
    [JsonPropertyName("nameFrom")]
    public string? SenderName { get; init; }

    /// <summary>A text in the invitation. Wire name: <c>emailMessage</c>.</summary>
    [JsonPropertyName("emailMessage")]
    public string? EmailMessage { get; init; }

    /// <summary>
    /// Who gets the signed file by e-mail; empty means <see cref="EmailTo"/>, null nobody. Wire name: <c>emailFinal</c>, one text.
    /// </summary>
    [JsonPropertyName("emailFinal")]
    [JsonConverter(typeof(AddressListConverter))]
    public IReadOnlyList<string>? FinalRecipients { get; init; }

    /// <summary>Whether both addresses are reminded every day at 7 while nobody has signed. Wire name: <c>emailNotification</c>.</summary>
    [JsonPropertyName("emailNotification")]
    public bool? RemindsDaily { get; init; }

    /// <summary>Whether somebody is told when the request expires. The meaning is concluded from the name. Wire name: <c>notificationExpiration</c>.</summary>
    [JsonPropertyName("notificationExpiration")]
    public bool? NotifiesOfExpiration { get; init; }

    /// <summary>The language of the messages. Wire name: <c>lang</c>.</summary>
    [JsonPropertyName("lang")]
    [JsonConverter(typeof(NullWhenEmptyConverter<TemplateLanguage>))]
    public TemplateLanguage? Language { get; init; }

    /// <summary>The address to which a code is sent that opens the document. Wire name: <c>openOtpEmail</c>.</summary>
    [JsonPropertyName("openOtpEmail")]
    public string? OpenCodeEmail { get; init; }

    /// <summary>The number to which a code is sent that opens the document, E.164. Text messages need a package of credits that includes them. Wire name: <c>openOtpPhone</c>.</summary>
    [JsonPropertyName("openOtpPhone")]
    public string? OpenCodePhone { get; init; }

    /// <summary>A fixed code that opens the document. The meaning is concluded from the name. Wire name: <c>openOtpCode</c>.</summary>
    [JsonPropertyName("openOtpCode")]
    public string? OpenCode { get; init; }

    /// <summary>The address to which a code is sent that signs. Needs a signature field. Wire name: <c>signOtpEmail</c>.</summary>
    [JsonPropertyName("signOtpEmail")]
    public string? SignCodeEmail { get; init; }

    /// <summary>The number to which a code is sent that signs, E.164. Needs a signature field. Wire name: <c>signOtpPhone</c>.</summary>
    [JsonPropertyName("signOtpPhone")]
    public string? SignCodePhone { get; init; }

    /// <summary>A fixed code that signs. The meaning is concluded from the name. Wire name: <c>signOtpCode</c>.</summary>
    [JsonPropertyName("signOtpCode")]
    public string? SignCode { get; init; }

    /// <summary>As <see cref="SignatureRequestSettings.ResultUrl"/>, which is the better place. Wire name: <c>resulturl</c>.</summary>
    [JsonPropertyName("resulturl")]
    public Uri? ResultUrl { get; init; }

    /// <summary>As <see cref="SignatureRequestSettings.SendInfoUrl"/>, which is the better place. Wire name: <c>sendInfo</c>.</summary>
    [JsonPropertyName("sendInfo")]
    public Uri? SendInfoUrl { get; init; }

    /// <summary>A listed rule of which nothing is known but the name. Wire name: <c>sendInfo.user</c>.</summary>
    [JsonPropertyName("sendInfo.user")]
    public string? SendInfoUser { get; init; }

    /// <summary>
    /// Reads rules as JSON, or in their older form, one text such as <c>guiSignerName-Eva Nova_signAnywhereEnabled-false</c>.
    /// </summary>
    /// <remarks>The older form has no way to write <c>_</c> in a value. A part that is no known rule's name is taken for the rest of the value before it, if there is one.</remarks>
    /// <exception cref="FormatException">It is neither, or a rule has a value of a wrong kind.</exception>
    public static SigningRules Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[] json = text.TrimStart().StartsWith('{') ? Encoding.UTF8.GetBytes(text) : LegacyRules.ToJson(text);
        try
        {
            return JsonSerializer.Deserialize(json, RequestsJson.Shared.SigningRules)!;
        }
        catch (JsonException exception)
        {
            throw new FormatException("These are no rules: a value is of a wrong kind, or it is no JSON.", exception);
        }
    }
}
