using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Faults;

public class DelayTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Delay_UntilItHasPassed_IsTheTrueAnswer(bool afterWork)
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Document.upload", EmulatorFault.Delay(Delay) with { AfterWork = afterWork });

        Task<string> upload = service.UploadAsync();
        RecordedRequest held = await service.Emulator.Faults.HeldAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, afterWork), (held.StatusCode, held.CarriedOut));
        service.Time.Advance(Delay - TimeSpan.FromTicks(1));
        Assert.False(upload.IsCompleted);
        service.Time.Advance(TimeSpan.FromTicks(1));

        Assert.NotEmpty(await upload);
        RecordedRequest request = Assert.Single(service.Emulator.Requests);
        Assert.Equal((200, true), (request.StatusCode, request.CarriedOut));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Delay_ClientGoesAway_HasDoneTheWorkOnlyIfItCameFirst(bool afterWork)
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Document.upload", EmulatorFault.Delay(Delay) with { AfterWork = afterWork });

        Task<Answer> upload = service.TryUploadAsync(TestPdf.OnePage());
        await service.Emulator.Faults.HeldAsync(TestContext.Current.CancellationToken);
        service.HangUp();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);
        await service.Emulator.ConnectionsClosedAsync(cancellationToken: TestContext.Current.CancellationToken);
        service.Time.Advance(Delay);

        Assert.Equal(afterWork ? 1 : 0, await service.DocumentCountAsync());
        Assert.Equal((0, afterWork), (service.Emulator.Requests[0].StatusCode, service.Emulator.Requests[0].CarriedOut));
    }
}
