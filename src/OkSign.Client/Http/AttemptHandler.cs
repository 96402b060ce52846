namespace OkSign.Client;

/// <summary>
/// Makes one request of a call: counts it, limits how long its answer may take, and receives as much of the answer as the call needs, so that
/// one that breaks off is a failed attempt. A transfer has time for as long as it moves on.
/// </summary>
internal sealed class AttemptHandler(Timeouts timeouts) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        OperationCall? call = OperationCall.Of(request);
        call?.BeginAttempt();
        using var limit = new AttemptLimit(timeouts, hasBody: request.Content is not null, cancellationToken);
        var body = request.Content as RequestBody;
        body?.BeginAttempt(limit);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, limit.Token).ConfigureAwait(false);
            call?.ReceivesAnswer(response.StatusCode);
            if (call?.Answer is { } answer)
            {
                await answer.FillAsync(response, limit).ConfigureAwait(false);
            }

            return response;
        }
        catch (Exception exception)
        {
            response?.Dispose();
            limit.ThrowIfPassed(exception);
            throw;
        }
        finally
        {
            body?.EndAttempt();
        }
    }
}
