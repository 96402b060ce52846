namespace OkSign.Client;

/// <summary>As much of an answer as a call needs to tell what it means: all of a JSON answer, the first bytes of a PDF.</summary>
/// <param name="isPdfExpected">Whether a PDF is what should come; a failure comes as JSON, also with HTTP 200.</param>
internal sealed class AnswerBuffer(bool isPdfExpected = false) : IDisposable
{
    /// <summary>The longest JSON answer that is read, in bytes: a list of some forty thousand documents.</summary>
    public const int MaxJsonLength = 16 * 1024 * 1024;

    /// <summary>The length of most JSON answers, in bytes.</summary>
    public const int UsualJsonLength = 4 * 1024;

    private readonly PooledBytes _bytes = new(isPdfExpected ? PdfSignature.SearchLength : UsualJsonLength);

    /// <summary>What was received. More than <see cref="MaxJsonLength"/> bytes means that the answer is longer than that.</summary>
    public PooledBytes Bytes => _bytes;

    /// <summary>What follows the received bytes.</summary>
    public Stream Rest { get; private set; } = Stream.Null;

    /// <summary>Whether a PDF has begun.</summary>
    public bool IsPdf { get; private set; }

    /// <summary>Receives an answer in place of what an earlier attempt left.</summary>
    /// <param name="response">The answer, of which only the head is here.</param>
    /// <param name="limit">The time that it has.</param>
    public async Task FillAsync(HttpResponseMessage response, AttemptLimit limit)
    {
        _bytes.Clear();
        limit.Received();
        using CancellationTokenRegistration abort = response.DisposeOn(limit.Token);
        Rest = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
        if (isPdfExpected)
        {
            await _bytes.FillAsync(Rest, PdfSignature.SearchLength, limit).ConfigureAwait(false);
            IsPdf = response.IsSuccessStatusCode && PdfSignature.IsAtStart(_bytes.Span);
        }

        if (!IsPdf)
        {
            await _bytes.FillAsync(Rest, MaxJsonLength, limit).ConfigureAwait(false);
        }
    }

    public void Dispose() => _bytes.Dispose();
}
