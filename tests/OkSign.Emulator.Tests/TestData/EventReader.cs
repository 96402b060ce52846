namespace OkSign.Emulator.Tests.TestData;

/// <summary>Reads server-sent events.</summary>
internal sealed class EventReader(Stream stream) : IDisposable
{
    private const string NamePrefix = "event: ";

    private readonly StreamReader _reader = new(stream);

    /// <returns>The name of the next event; null when the stream has ended, in whatever way.</returns>
    public async Task<string?> NextAsync()
    {
        try
        {
            while (await _reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.StartsWith(NamePrefix, StringComparison.Ordinal))
                {
                    Assert.Equal("data:", await _reader.ReadLineAsync(TestContext.Current.CancellationToken));
                    return line[NamePrefix.Length..];
                }
            }

            return null;
        }
        catch (Exception ended) when (ended is IOException or HttpRequestException)
        {
            return null;
        }
    }

    public void Dispose() => _reader.Dispose();
}
