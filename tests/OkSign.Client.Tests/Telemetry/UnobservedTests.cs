using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging.Abstractions;

namespace OkSign.Client.Tests.Telemetry;

/// <summary>Nobody listens: nothing happens, and nothing is allocated for it.</summary>
[Collection(nameof(Alone))]
public sealed class UnobservedTests
{
    private const int Calls = 1000;

    private static readonly OperationTelemetry Telemetry = new(NullLogger.Instance, Sample.BaseAddress, TimeProvider.System);

    [Fact]
    public void Observation_OfACall_AllocatesNothing()
    {
        OperationCall call = Sample.Call();

        Assert.Equal(0, AllocatedBy(() => Telemetry.Begin(call).Dispose()));
    }

    [Fact]
    public void Observation_OfAFailedCall_AllocatesNothing()
    {
        OperationCall call = Sample.Call();
        call.EndWith(new InvalidOperationException());

        Assert.Equal(0, AllocatedBy(() => Telemetry.Begin(call).Dispose()));
    }

    [Fact]
    public void RetryAndWait_OfACall_AllocateNothing()
    {
        OperationCall call = Sample.Call();
        var exception = new IOException();

        Assert.Equal(0, AllocatedBy(() =>
        {
            Telemetry.Repeats(call, exception, TimeSpan.Zero);
            Telemetry.Waits(call);
            OperationTelemetry.Waited(call, TimeSpan.Zero);
        }));
    }

    [Fact]
    public async Task AttemptSpanHandler_OfARequest_GivesTheTaskOfTheNextHandlerAsItIs()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK);
        Task<HttpResponseMessage> task = Task.FromResult(response);
        using var invoker = new HttpMessageInvoker(new AttemptSpanHandler { InnerHandler = new Fixed(task) });
        using var request = new HttpRequestMessage(HttpMethod.Get, Sample.BaseAddress);
        OperationCall call = Sample.Call();
        call.Telemetry = Telemetry;
        call.AttachTo(request);

        Task<HttpResponseMessage> given = invoker.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Same(task, given);
        await given;
    }

    [Fact]
    public async Task Call_WithinASpanOfTheCallers_SeesNoOtherSpan()
    {
        using Activity caller = new Activity("caller").Start();
        var network = new Current();
        using OkSignClient client = OkSignClient.CreateFrom(TestClient.Options(), TimeProvider.System, network);

        await client.Users.RetrieveAsync(TestContext.Current.CancellationToken);

        Assert.Same(caller, network.Seen);
    }

    private static long AllocatedBy(Action action)
    {
        // Once beforehand: what is made once for the process does not count.
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < Calls; call++)
        {
            action();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class Fixed(Task<HttpResponseMessage> task) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => task;
    }

    private sealed class Current : HttpMessageHandler
    {
        public Activity? Seen { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen = Activity.Current;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Sample.Ok("[]")), RequestMessage = request });
        }
    }
}
