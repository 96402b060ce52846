using System.Text.Json;

namespace OkSign.Client.OkDokument;

/// <summary>
/// OKdokument's answers: the HTTP status says whether it went well, and the whole body is the result, or a notice with a code of what went wrong.
/// </summary>
internal sealed class StatusCodeAnswers : AnswerForm
{
    private const int Conflict = 409;
    private const int NotFound = 404;
    private const int MaxCodeLength = 100;

    private StatusCodeAnswers()
    {
    }

    public static StatusCodeAnswers Shared { get; } = new();

    public override Envelope Read(in Answer answer, bool mayLackEnvelope)
    {
        if (answer.Status == Conflict)
        {
            // Says all by its status, whatever the body is.
            throw Refusal(answer, NoticeOrNone(answer.Body));
        }

        if (answer.Body.IsEmpty && answer.MayBeNothing)
        {
            return default;
        }

        Envelope whole = Envelope.Whole(answer.Body);
        OkDokumentNotice? notice = NoticeIn(whole);
        if (answer.IsSuccess && notice is not { IsFailure: true })
        {
            return whole;
        }

        throw notice is { Message: not null } or { Code: not null } or { IsFailure: true }
            ? Refusal(answer, notice)
            : answer.Unexpected("the answer has no message code");
    }

    private static OkSignException Refusal(in Answer answer, OkDokumentNotice notice)
    {
        FailureFacts facts = answer.Facts() with { Code = CodeOf(notice, answer) };
        IReadOnlyList<string> reasons = answer.Redact([.. ReasonsOf(notice)]);
        string text = $"{answer.Operation} was refused: {string.Join(": ", reasons)} (HTTP {answer.Status}).";
        return answer.Status switch
        {
            Conflict => new OkSignConflictException(text, facts with { MayHaveReachedService = true }),
            NotFound => new OkSignNotFoundException(text, facts),
            _ when SaysNotFound(notice) => new OkSignNotFoundException(text, facts),
            _ => new OkSignRejectedException(text, facts, reasons),
        };
    }

    private static bool SaysNotFound(OkDokumentNotice notice)
    {
        var message = new OkDokumentMessage(notice.Message ?? "");
        return message == OkDokumentMessage.NotFound || message == OkDokumentMessage.RequestDoesNotExist;
    }

    private static OkDokumentNotice NoticeOrNone(ReadOnlyMemory<byte> body)
    {
        try
        {
            return NoticeIn(Envelope.Whole(body)) ?? new OkDokumentNotice();
        }
        catch (JsonException)
        {
            return new OkDokumentNotice();
        }
    }

    /// <summary>An object may be one, a list is none.</summary>
    private static OkDokumentNotice? NoticeIn(Envelope whole)
        => IsObject(whole.Reason.Span)
            ? JsonSerializer.Deserialize(whole.Reason.Span, OkDokumentJson.Shared.OkDokumentNotice)
            : null;

    private static bool IsObject(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject;
    }

    private static IEnumerable<string> ReasonsOf(OkDokumentNotice notice)
    {
        yield return notice.Message ?? notice.Code ?? "no reason given";
        if (!string.IsNullOrEmpty(notice.Value))
        {
            yield return notice.Value!;
        }
    }

    /// <summary>The code, unless it is so odd that it may be anything.</summary>
    private static string? CodeOf(OkDokumentNotice notice, in Answer answer)
        => (notice.Message ?? notice.Code) is { Length: > 0 and <= MaxCodeLength } code && code.All(IsOfCode) && answer.Redact([code])[0] == code ? code : null;

    private static bool IsOfCode(char character)
        => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_';
}
