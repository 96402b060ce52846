namespace OkSign.Client.Tests;

public class TransportFailureTests
{
    [Fact]
    public void IsOf_FailureOfTheWay_IsTrue()
    {
        Assert.True(TransportFailure.IsOf(new HttpRequestException(), CancellationToken.None));
        Assert.True(TransportFailure.IsOf(new IOException(), CancellationToken.None));
        Assert.True(TransportFailure.IsOf(new TimeoutException(), CancellationToken.None));
    }

    [Fact]
    public void IsOf_Cancellation_IsTrueWhenItWasNotTheCallers()
    {
        Assert.True(TransportFailure.IsOf(new TaskCanceledException(), CancellationToken.None));
        Assert.False(TransportFailure.IsOf(new TaskCanceledException(), new CancellationToken(canceled: true)));
        Assert.False(TransportFailure.Is(new OperationCanceledException()));
    }

    [Fact]
    public void IsOf_OtherException_IsFalse() => Assert.False(TransportFailure.IsOf(new InvalidOperationException(), CancellationToken.None));

    [Fact]
    public void MayHaveReachedService_OtherExceptions_IsTrue()
    {
        Assert.True(TransportFailure.MayHaveReachedService(new TimeoutException()));
        Assert.True(TransportFailure.MayHaveReachedService(new IOException()));
        Assert.True(TransportFailure.MayHaveReachedService(new HttpRequestException("no detail")));
    }
}
