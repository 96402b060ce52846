using System.Text.Json.Serialization;

namespace OkSign.Client.Benchmarks;

internal sealed record Envelope<T>(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("reason")] T Reason);

internal sealed record UserRow(
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("email")] string? Email,
    [property: JsonPropertyName("mobile")] string? Mobile,
    [property: JsonPropertyName("actingas")] string? ActingAs,
    [property: JsonPropertyName("role")] string? Role,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("language")] string? Language,
    [property: JsonPropertyName("signerid")] string? SignerId,
    [property: JsonPropertyName("ts")] DateTimeOffset? Timestamp);

internal sealed record LinkRow(
    [property: JsonPropertyName("id")] string? SignerId,
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("url")] Uri Url);

internal sealed record DocumentRow(
    [property: JsonPropertyName("docid")] string? Id,
    [property: JsonPropertyName("filename")] string? FileName,
    [property: JsonPropertyName("creator")] string? Creator,
    [property: JsonPropertyName("createdate")] DateTimeOffset? CreatedAt,
    [property: JsonPropertyName("nbrOfSigaturesRequired")] int? SignaturesRequired,
    [property: JsonPropertyName("nbrOfSigaturesValid")] int? SignaturesPlaced,
    [property: JsonPropertyName("status")] int? Status,
    [property: JsonPropertyName("reusable")] bool? IsReusable,
    [property: JsonPropertyName("viaapi")] bool? IsViaApi,
    [property: JsonPropertyName("orgtoken")] string? OrganizationalToken,
    [property: JsonPropertyName("signed_docid")] string? SignedId);

internal sealed record RegisteredRow(
    [property: JsonPropertyName("url")] Uri Url,
    [property: JsonPropertyName("documentId")] string DocumentId);

internal sealed record Descriptor(
    [property: JsonPropertyName("filename")] string FileName,
    [property: JsonPropertyName("reusable")] bool IsReusable,
    [property: JsonPropertyName("fields")] IReadOnlyList<DescriptorField> Fields,
    [property: JsonPropertyName("signersinfo")] IReadOnlyList<DescriptorSigner> Signers);

internal sealed record DescriptorField(
    [property: JsonPropertyName("inputtype")] string InputType,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("signerid")] string SignerId,
    [property: JsonPropertyName("pagenbr")] int PageIndex,
    [property: JsonPropertyName("posX")] double X,
    [property: JsonPropertyName("posY")] double Y,
    [property: JsonPropertyName("width")] double Width,
    [property: JsonPropertyName("height")] double Height,
    [property: JsonPropertyName("required")] bool IsRequired,
    [property: JsonPropertyName("value")] string Value);

internal sealed record DescriptorSigner(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("email")] string Email);

[JsonSerializable(typeof(Envelope<string>), TypeInfoPropertyName = "Text")]
[JsonSerializable(typeof(Envelope<List<UserRow>>), TypeInfoPropertyName = "Users")]
[JsonSerializable(typeof(Envelope<List<LinkRow>>), TypeInfoPropertyName = "Links")]
[JsonSerializable(typeof(Envelope<List<DocumentRow>>), TypeInfoPropertyName = "Documents")]
[JsonSerializable(typeof(Descriptor))]
[JsonSerializable(typeof(RegisteredRow))]
internal sealed partial class HandWrittenJson : JsonSerializerContext;
