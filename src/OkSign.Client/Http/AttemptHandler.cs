namespace OkSign.Client;

/// <summary>
/// Makes one request of a call: counts it, limits how long its answer may take, and receives as much of the answer as the call needs, so that
/// one that breaks off is a failed attempt. A transfer has time for as long as it moves on.
/// </summary>
internal sealed class AttemptHandler(Timeouts timeouts) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        OperationCall? call = OperationCall.Of(request);
        call?.BeginAttempt();
        var progress = new AttemptProgress(timeouts);
        return timeouts.RunAsync(
            timeouts.Attempt,
            progress.Complaint,
            async (timer, token) =>
            {
                progress.Timer = timer;
                HttpResponseMessage response = await SendAsync(request, progress, token).ConfigureAwait(false);
                call?.ReceivesAnswer(response.StatusCode);
                return call?.Answer is { } answer
                    ? await ReceiveAsync(answer, response, progress, token).ConfigureAwait(false)
                    : response;
            },
            cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, AttemptProgress progress, CancellationToken cancellationToken)
    {
        var body = request.Content as RequestBody;
        body?.BeginAttempt(progress.Sent);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            body?.EndAttempt();
        }
    }

    private static async Task<HttpResponseMessage> ReceiveAsync(
        AnswerBuffer answer,
        HttpResponseMessage response,
        AttemptProgress progress,
        CancellationToken cancellationToken)
    {
        try
        {
            progress.Received();
            await answer.FillAsync(response, progress.Received, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
