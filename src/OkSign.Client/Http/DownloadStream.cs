namespace OkSign.Client;

/// <summary>The body of a PDF download: one that stops early is noticed at its end.</summary>
internal sealed class DownloadStream(HttpResponseMessage response, Stream body, OperationCall call, Timeouts timeouts)
    : AnswerStream(response, body, call, timeouts)
{
    private readonly PdfTail _tail = new();
    private readonly OperationCall _call = call;

    protected override void OnRead(ReadOnlySpan<byte> bytes, bool isAtEnd)
    {
        _tail.Append(bytes);
        if (isAtEnd && !_tail.HasEndOfPdf)
        {
            throw new OkSignUnexpectedContentException(
                $"{_call.Operation.Name}: the PDF is not whole: its end mark is missing.",
                _call.Facts() with { MayHaveReachedService = true });
        }
    }
}
