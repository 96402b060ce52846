namespace OkSign.Client.Tests.Http;

public class RequestBodyTests
{
    [Fact]
    public async Task CanBeSentAgain_WhileItIsBeingSent_IsFalse()
    {
        var wasWritten = new TaskCompletionSource();
        using var body = new Body(wasWritten.Task);
        Assert.True(body.CanBeSentAgain);

        // As long as the service has not read all, even if it has answered.
        Task sending = body.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        Assert.False(body.CanBeSentAgain);

        wasWritten.SetResult();
        await sending;
        Assert.True(body.CanBeSentAgain);
    }

    [Fact]
    public async Task CanBeSentAgain_AfterItBrokeOff_IsTrue()
    {
        using var body = new Body(Task.FromException(new IOException("The connection is gone.")));

        await Assert.ThrowsAnyAsync<Exception>(() => body.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));

        Assert.True(body.CanBeSentAgain);
    }

    private sealed class Body(Task written) : RequestBody
    {
        protected override Task WriteAsync(Stream target, CancellationToken cancellationToken) => written;

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
