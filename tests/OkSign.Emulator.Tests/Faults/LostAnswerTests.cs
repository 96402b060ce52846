using System.Net.Sockets;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Faults;

public class LostAnswerTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reset_Upload_IsAConnectionResetWithOrWithoutTheWork(bool afterWork)
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Document.upload", EmulatorFault.Reset() with { AfterWork = afterWork });

        HttpRequestException failure = await Assert.ThrowsAsync<HttpRequestException>(() => service.TryUploadAsync(TestPdf.OnePage()));

        Assert.IsType<IOException>(failure.InnerException);
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(failure.GetBaseException()).SocketErrorCode);
        RecordedRequest request = Assert.Single(service.Emulator.Requests);
        Assert.Equal(("Document.upload", 0, afterWork), (request.Operation, request.StatusCode, request.CarriedOut));
        Assert.Equal(afterWork ? 1 : 0, await service.DocumentCountAsync());
    }

    [Fact]
    public async Task Reset_OnTheWire_IsAResetWithoutAByte()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Users.retrieve", EmulatorFault.Reset());

        (string answer, bool reset) = await RawHttp.ExchangeToTheEndAsync(
            service.Emulator, RawHttp.Head(service.Emulator, "GET", "v1/users/retrieve") + "\r\n");

        Assert.Equal(("", true), (answer, reset));
    }

    [Fact]
    public async Task Reset_OnAConnectionThatWasUsedBefore_IsSeenOnceForEachTimeItIsSent()
    {
        await using TestService service = await TestService.StartAsync();
        await service.GetAsync("v1/users/retrieve");
        service.Emulator.Faults.InjectAlways("Users.retrieve", EmulatorFault.Reset());

        await Assert.ThrowsAsync<HttpRequestException>(() => service.GetAsync("v1/users/retrieve"));

        Assert.Equal(2, service.Emulator.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NoAnswer_Upload_IsHeldUntilTheClientGoesAway(bool afterWork)
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Document.upload", EmulatorFault.NoAnswer() with { AfterWork = afterWork });

        Task<Answer> upload = service.TryUploadAsync(TestPdf.OnePage());
        RecordedRequest held = await service.Emulator.Faults.HeldAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("Document.upload", 0, afterWork), (held.Operation, held.StatusCode, held.CarriedOut));
        Assert.False(upload.IsCompleted);
        service.HangUp();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);
        await service.Emulator.ConnectionsClosedAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(afterWork ? 1 : 0, await service.DocumentCountAsync());
        Assert.Equal(2, service.Emulator.Requests.Count);
    }

    [Fact]
    public async Task Clear_HeldRequests_AreReset()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.InjectAlways("Users.retrieve", EmulatorFault.NoAnswer());
        Task<Answer> first = service.GetAsync("v1/users/retrieve");
        Task<Answer> second = service.GetAsync("v1/users/retrieve");
        await service.Emulator.Faults.HeldAsync(TestContext.Current.CancellationToken);
        await service.Emulator.Faults.HeldAsync(TestContext.Current.CancellationToken);

        service.Emulator.Faults.Clear();

        await Assert.ThrowsAsync<HttpRequestException>(() => first);
        await Assert.ThrowsAsync<HttpRequestException>(() => second);
        Assert.Equal("OK", (await service.GetAsync("v1/users/retrieve")).Status);
    }

    [Fact]
    public async Task DisposeAsync_HeldRequests_Ends()
    {
        TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Users.retrieve", EmulatorFault.NoAnswer());
        service.Emulator.Faults.Inject("Users.retrieve", EmulatorFault.StalledAnswer());
        service.Emulator.Faults.Inject("Users.retrieve", EmulatorFault.Delay(TimeSpan.FromDays(1)));
        Task<Answer>[] calls = [.. Enumerable.Range(0, 3).Select(_ => service.GetAsync("v1/users/retrieve"))];
        for (int call = 0; call < calls.Length; call++)
        {
            await service.Emulator.Faults.HeldAsync(TestContext.Current.CancellationToken);
        }

        await service.Emulator.DisposeAsync();

        foreach (Task<Answer> call in calls)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => call);
        }

        await service.DisposeAsync();
    }
}
