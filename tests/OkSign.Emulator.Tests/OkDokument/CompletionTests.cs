using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.OkDokument;

public class CompletionTests
{
    [Fact]
    public async Task Completion_Signed_IsPostedAsJson()
    {
        var bodies = new ConcurrentQueue<(string? Type, string Body)>();
        await using Receiver receiver = await Receiver.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            bodies.Enqueue((context.Request.ContentType, await reader.ReadToEndAsync(context.RequestAborted)));
        });
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(Calling(receiver.At("/info?token=a%26b")));

        await service.SignAsync(registered);
        await service.DeliveredAsync();

        Assert.Equal(("POST", "/info?token=a%26b"), Assert.Single(receiver.Calls));
        (string? type, string body) = Assert.Single(bodies);
        Assert.Equal("application/json", type);
        Assert.Equal($$"""{"state":"signed","id":"{{registered.DocumentId}}","signatureRequestId":"{{registered.Id}}"}""", body);
        SentCallback callback = Assert.Single(service.Emulator.Callbacks);
        Assert.Equal((CallbackKind.Completion, 200, body), (callback.Kind, callback.StatusCode, callback.Body));
        Assert.Equal(service.Time.GetUtcNow(), callback.At);
        Assert.Equal("signed", await service.StateAsync(registered.DocumentId));
    }

    [Theory]
    [InlineData("canceled")]
    [InlineData("cancelled")]
    public async Task Completion_Cancelled_TellsTheChosenState(string told)
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using DokumentService service = await DokumentService.StartAsync(options => options.Variants.CompletionStateOnCancel = told);
        Registered registered = await service.CreateAsync(Calling(receiver.Address));

        await service.CancelAsync(registered);
        await service.DeliveredAsync();

        string body = Assert.Single(service.Emulator.Callbacks).Body!;
        Assert.Equal(told, JsonDocument.Parse(body).RootElement.GetProperty("state").GetString());
        Assert.Equal("canceled", await service.StateAsync(registered.DocumentId));
    }

    [Theory]
    [InlineData(200, "signed")]
    [InlineData(204, "signed")]
    [InlineData(299, "signed")]
    [InlineData(302, "errorsendinfo")]
    [InlineData(401, "errorsendinfo")]
    [InlineData(500, "errorsendinfo")]
    public async Task Completion_Status_DecidesAboutTheState(int statusCode, string state)
    {
        await using Receiver receiver = await Receiver.StartAsync(Answering(statusCode));
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(Calling(receiver.Address));

        await service.SignAsync(registered);
        await service.DeliveredAsync();

        Assert.Equal(state, await service.StateAsync(registered.DocumentId));
        Assert.Single(receiver.Calls);
    }

    [Fact]
    public async Task Completion_NobodyListens_IsAnErrorOfADocumentThatIsSigned()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(Calling(await NowhereAsync()));

        await service.SignAsync(registered, new DocumentSigningScript { SignerName = "Eva" });
        await service.DeliveredAsync();

        Assert.NotNull(Assert.Single(service.Emulator.Callbacks).Error);
        Assert.Equal("errorsendinfo", await service.StateAsync(registered.DocumentId));
        Assert.Contains("Eva", await service.WordsAsync(registered.DocumentId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completion_CancelCannotBeTold_IsAnErrorToo()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(Calling(await NowhereAsync()));

        await service.CancelAsync(registered);
        await service.DeliveredAsync();

        Assert.Equal("errorsendinfo", await service.StateAsync(registered.DocumentId));
    }

    [Fact]
    public async Task Completion_FailureChangesNothing_WhenAskedSo()
    {
        await using DokumentService service = await DokumentService.StartAsync(options => options.SendInfoFailureChangesState = false);
        Registered registered = await service.CreateAsync(Calling(await NowhereAsync()));

        await service.SignAsync(registered);
        await service.DeliveredAsync();

        Assert.Equal("signed", await service.StateAsync(registered.DocumentId));
    }

    [Fact]
    public async Task Completion_NextRoundBeganMeanwhile_IsLeftAlone()
    {
        var called = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        await using Receiver receiver = await Receiver.StartAsync(async context =>
        {
            called.TrySetResult();
            await answer.Task.WaitAsync(context.RequestAborted);
            context.Response.StatusCode = 500;
        });
        await using DokumentService service = await DokumentService.StartAsync();
        Registered first = await service.CreateAsync(Calling(receiver.Address));
        await service.SignAsync(first);
        await called.Task.WaitAsync(TestContext.Current.CancellationToken);
        Registered second = await service.CreateAsync(DokumentService.NextRound(first.DocumentId));

        answer.SetResult();
        await service.DeliveredAsync();
        string waiting = await service.StateAsync(first.DocumentId);
        await service.SignAsync(second);
        await service.DeliveredAsync();

        Assert.Equal(("tosign", "signed"), (waiting, await service.StateAsync(first.DocumentId)));
    }

    [Fact]
    public async Task Completion_DocumentDeletedMeanwhile_IsForgotten()
    {
        DokumentService? service = null;
        Registered? registered = null;
        await using Receiver receiver = await Receiver.StartAsync(async context =>
        {
            await service!.DeleteAsync($"JSON/document/{registered!.DocumentId}");
            context.Response.StatusCode = 500;
        });
        await using DokumentService started = service = await DokumentService.StartAsync();
        registered = await service.CreateAsync(Calling(receiver.Address));

        await service.SignAsync(registered);
        await service.DeliveredAsync();

        Assert.Equal("0", await service.CounterAsync("actual", "acme.storedFiles"));
        Assert.Equal(500, Assert.Single(service.Emulator.Callbacks).StatusCode);
    }

    [Fact]
    public async Task Completion_ReceiverAsksTheService_FindsTheSignedDocument()
    {
        DokumentService? service = null;
        string? state = null;
        Registered? registered = null;
        await using Receiver receiver = await Receiver.StartAsync(async _ => state = await service!.StateAsync(registered!.DocumentId));
        await using DokumentService started = service = await DokumentService.StartAsync();
        registered = await service.CreateAsync(Calling(receiver.Address));

        await service.SignAsync(registered);
        await service.DeliveredAsync();

        Assert.Equal("signed", state);
    }

    [Fact]
    public async Task Completion_NoAddressOrRefusedSigning_IsNotTold()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using DokumentService service = await DokumentService.StartAsync();
        await service.SignAsync(await service.CreateAsync());
        await service.RefusedAsync(await service.CreateAsync(Calling(receiver.Address)), new DocumentSigningScript { Signatures = ["x"] });

        await service.DeliveredAsync();

        Assert.Empty(service.Emulator.Callbacks);
    }

    private static JsonObject Calling(Uri address)
    {
        JsonObject request = DokumentService.NewRequest();
        request["sendInfoURL"] = address.AbsoluteUri;
        return request;
    }

    private static RequestDelegate Answering(int statusCode) => context =>
    {
        context.Response.StatusCode = statusCode;
        return Task.CompletedTask;
    };

    private static async Task<Uri> NowhereAsync()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        return receiver.Address;
    }
}
