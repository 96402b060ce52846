namespace OkSign.Client.Tests.Live;

/// <summary>What the checks look at: the service, or an emulator of it.</summary>
internal sealed class LiveService : IDisposable
{
    // An account that does not exist, so that no real one is locked for a wrong key.
    private static readonly OkSignCredentials NobodysKey = new("000000", "000000-00000000-0000-4000-8000-000000000000", "nobody");

    private readonly OkSignClient _client;
    private readonly OkSignClient _stranger;
    private readonly Action<string> _tell;

    public LiveService(LiveAccount account, Action<string> tell)
    {
        Account = account;
        _tell = tell;
        _client = Connect(account.Credentials);
        _stranger = Connect(NobodysKey);

        OkSignClient Connect(OkSignCredentials credentials) => OkSignClient.Create(
            credentials,
            options =>
            {
                options.BaseAddress = account.BaseAddress;

                // What comes is what is looked for, and a second call may be one too many.
                options.Retry.MaxRetries = 0;
            },
            new WireObserver(account.BaseAddress, tell));
    }

    public LiveAccount Account { get; }

    /// <summary>A call that the client must be able to read; it tells of the answer's form.</summary>
    /// <exception cref="OkSignException">It is not.</exception>
    public Task ReadAsync(Func<OkSignClient, Task> call) => call(_client);

    /// <summary>A call that the service must refuse; it tells as which failure the client reads the refusal.</summary>
    public Task ReadRefusalAsync(Func<OkSignClient, Task> call) => RefuseAsync(_client, call);

    /// <summary>The same with a key that nobody has.</summary>
    public Task ReadRefusalOfStrangerAsync(Func<OkSignClient, Task> call) => RefuseAsync(_stranger, call);

    /// <summary>A request that may fail: only what comes is told.</summary>
    public async Task LookAsync(string path, string? document = null)
    {
        var request = new RawRequest(HttpMethod.Get, path)
        {
            Headers = document is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["x-oksign-docid"] = document },
        };
        using RawResponse response = await _client.Raw.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _client.Dispose();
        _stranger.Dispose();
    }

    private async Task RefuseAsync(OkSignClient client, Func<OkSignClient, Task> call)
    {
        OkSignException exception = await Assert.ThrowsAnyAsync<OkSignException>(() => call(client));
        _tell($"read as {exception.GetType().Name}");
        if (exception is OkSignTransportException or OkSignRateLimitException)
        {
            throw exception;
        }
    }
}
