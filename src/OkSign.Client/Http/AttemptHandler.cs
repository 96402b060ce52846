namespace OkSign.Client;

/// <summary>Counts one request of a call and limits how long its answer may take. An upload has time for as long as it moves on.</summary>
internal sealed class AttemptHandler(Timeouts timeouts) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (OperationCall.Of(request) is { } call)
        {
            call.Attempts++;
        }

        var upload = request.Content as TransferContent;
        bool isUploading = false;
        try
        {
            return await timeouts.RunAsync(
                timeouts.Attempt,
                () => isUploading
                    ? $"no byte could be sent for {timeouts.Idle.TotalSeconds} s"
                    : $"no answer came within {timeouts.Attempt.TotalSeconds} s",
                (timer, token) =>
                {
                    upload?.Progress = isSent =>
                    {
                        isUploading = !isSent;
                        timer.CancelAfter(isSent ? timeouts.Attempt : timeouts.Idle);
                    };
                    return base.SendAsync(request, token);
                },
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // The service may answer before it has read all: a late chunk must not touch a timer that is gone.
            upload?.Progress = null;
        }
    }
}
