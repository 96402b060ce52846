namespace OkSign.Client;

/// <summary>OKSign's answers: the body says whether it went well, nearly always with HTTP 200.</summary>
internal sealed class EnvelopeAnswers : AnswerForm
{
    private EnvelopeAnswers()
    {
    }

    public static EnvelopeAnswers Shared { get; } = new();

    public override Envelope Read(in Answer answer, bool mayLackEnvelope)
    {
        Envelope envelope = Envelope.Parse(answer.Body);
        if (envelope.IsFailed)
        {
            throw FailedAnswer.ToException(answer.Redact(envelope.Reasons()), answer.Facts());
        }

        if (answer.IsSuccess && envelope.IsOk)
        {
            return envelope;
        }

        return answer.IsSuccess && mayLackEnvelope && envelope.Status is null
            ? Envelope.Bare(answer.Body)
            : throw answer.Unexpected("the answer has no status OK or FAILED");
    }
}
