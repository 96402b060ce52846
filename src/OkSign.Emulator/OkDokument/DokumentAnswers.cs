using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>The service's answers: <c>message</c> with <c>result</c> or <c>value</c>, and as a variant the wider envelope.</summary>
internal sealed class DokumentAnswers(OkDokumentEmulatorOptions options)
{
    private const string SuccessCode = "SUCCESS";
    private const string ErrorCode = "ERROR";

    public IResult Ok(string message, string result, Uri? url = null, string? documentId = null)
        => new JsonResult(Widened(
            new Body { Message = message, Result = result, Url = url?.AbsoluteUri, DocumentId = documentId }, StatusCodes.Status200OK));

    public IResult Refused(DokumentRefusedException refusal)
        => new JsonResult(
            Widened(new Body { Message = refusal.Code, Value = refusal.Value }, refusal.StatusCode), refusal.StatusCode);

    /// <summary>A failure outside an operation.</summary>
    public IResult Failed(string reason, int statusCode)
        => new JsonResult(Widened(new Body { Message = ErrorCodes.Failed, Value = reason }, statusCode), statusCode);

    public string FailedJson(string reason)
        => JsonSerializer.Serialize(Widened(new Body { Message = ErrorCodes.Failed, Value = reason }, statusCode: null), WireJson.Options);

    private Body Widened(Body body, int? statusCode)
        => options.Variants.WideEnvelope
            ? body with
            {
                Code = body.Value is null && statusCode < StatusCodes.Status400BadRequest ? SuccessCode : ErrorCode,
                StatusCode = statusCode,
                Success = statusCode < StatusCodes.Status400BadRequest,
            }
            : body;

    private sealed record Body
    {
        [JsonPropertyName("message")]
        public required string Message { get; init; }

        [JsonPropertyName("result")]
        public string? Result { get; init; }

        [JsonPropertyName("value")]
        public string? Value { get; init; }

        [JsonPropertyName("url")]
        public string? Url { get; init; }

        [JsonPropertyName("documentId")]
        public string? DocumentId { get; init; }

        [JsonPropertyName("code")]
        public string? Code { get; init; }

        [JsonPropertyName("statusCode")]
        public int? StatusCode { get; init; }

        [JsonPropertyName("success")]
        public bool? Success { get; init; }
    }
}
