using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Callbacks;

public class CallbackTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task Callback_TwoSignatures_AreToldInOrderWithAllParameters()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options =>
        {
            options.Authorization = "123456;token;marketing";
            options.CallbackUrl = receiver.At("/callback?key=a%26b");
        });
        JsonObject descriptor = Descriptors.AnnaAndBertSign("pen");
        descriptor["fields"]!.AsArray().Add(Descriptors.Field("Text", "CITY", Descriptors.Anna));
        (string source, Dictionary<string, Uri> links) = await service.DescribedAsync(descriptor);

        await service.SignAsync(links[Descriptors.Anna], new SigningScript { Values = new Dictionary<string, string> { ["CITY"] = "Gh&nt +é" } });
        await service.SignAsync(links[Descriptors.Bert]);
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["GET", "GET"], receiver.Calls.Select(call => call.Method));
        Dictionary<string, StringValues> first = receiver.Queries[0];
        Assert.Equal(
            [
                "creditsinfo", "fields_completed", "filename", "key", "nbrOfSigaturesRequired", "nbrOfSigaturesValid", "orgtoken",
                "signed_docid", "signerid", "source_docid", "ts",
            ],
            first.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("a&b", first["key"]);
        Assert.Equal(source, first["source_docid"]);
        Assert.Equal(await service.SignedIdAsync(source), first["signed_docid"]);
        Assert.Equal("contract.pdf", first["filename"]);
        Assert.Equal(Descriptors.Anna, first["signerid"]);
        Assert.Equal("2", first["nbrOfSigaturesRequired"]);
        Assert.Equal("1", first["nbrOfSigaturesValid"]);
        Assert.Equal("""[{"name":"CITY","value":"Gh&nt +é"}]""", first["fields_completed"]);
        Assert.Equal($$"""[{"signerid":"{{Descriptors.Anna}}","credits":1}]""", first["creditsinfo"]);
        Assert.Equal("2026-03-01T09:00:00+01:00", first["ts"]);
        Assert.Equal("marketing", first["orgtoken"]);
        Dictionary<string, StringValues> second = receiver.Queries[1];
        Assert.Equal(Descriptors.Bert, second["signerid"]);
        Assert.Equal("2", second["nbrOfSigaturesValid"]);
        Assert.Equal("[]", second["fields_completed"]);
        Assert.Equal(2, JsonDocument.Parse(second["creditsinfo"].ToString()).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Callback_LowerCaseAskedFor_HasLowerCaseNames()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options =>
        {
            options.CallbackUrl = receiver.Address;
            options.WireVariants.CallbackParameterNames = CallbackParameterNames.LowerCase;
        });

        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        string query = Assert.Single(receiver.Calls).PathAndQuery;
        Assert.Contains("&nbrofsigaturesvalid=1&", query, StringComparison.Ordinal);
        Assert.DoesNotContain("nbrOf", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callbacks_AfterOne_TellsWhatCameOfIt()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.At("/callback"));

        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);
        service.Time.Advance(TimeSpan.FromDays(1));

        SentCallback callback = Assert.Single(service.Emulator.Callbacks);
        Assert.Equal(CallbackKind.Signature, callback.Kind);
        Assert.Equal(Assert.Single(receiver.Calls).PathAndQuery, callback.Address.PathAndQuery);
        Assert.Equal(200, callback.StatusCode);
        Assert.Null(callback.Error);
        Assert.Equal(Start, callback.At);
    }

    [Fact]
    public async Task Callback_NoAddress_IsNotMade()
    {
        await using TestService service = await TestService.StartAsync();

        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Empty(service.Emulator.Callbacks);
    }

    [Fact]
    public async Task Callback_RefusedSignature_IsNotMade()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.Address);
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(Descriptors.AnnaSigns("pen"));

        await Assert.ThrowsAsync<EmulatedSigningException>(
            () => service.SignAsync(links[Descriptors.Anna], new SigningScript { Method = "itsme" }));
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Empty(receiver.Calls);
    }

    [Fact]
    public async Task Callback_ReceiverAsksTheService_FindsTheSignedDocument()
    {
        TestService? service = null;
        Answer? answer = null;
        await using Receiver receiver = await Receiver.StartAsync(
            async context => answer = await service!.GetAsync("v1/document/exists", context.Request.Query["signed_docid"]));
        await using TestService started = service = await TestService.StartAsync(options => options.CallbackUrl = receiver.Address);

        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Equal("contract.pdf", answer!.Ok.GetProperty("filename").GetString());
    }

    [Fact]
    public async Task Callback_ReusableDocument_IsMadeForEveryRound()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.Address);
        JsonObject descriptor = Descriptors.AnnaSigns("pen");
        descriptor["reusable"] = true;
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(descriptor);

        await service.SignAsync(links[Descriptors.Anna]);
        await service.SignAsync(links[Descriptors.Anna]);
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, receiver.Queries.Select(query => query["signed_docid"].ToString()).Distinct().Count());
    }

    [Fact]
    public async Task Callback_SignersAtOnce_AreToldOnceEachInTheOrderOfSigning()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.Address);
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(Descriptors.AnnaAndBertSign("pen"));

        await Task.WhenAll(links.Values.Select(link => service.SignAsync(link)));
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["1", "2"], receiver.Queries.Select(query => query["nbrOfSigaturesValid"].ToString()));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    public async Task Callback_ReceiverAnswersAnError_IsRecorded_AndTheNextOneIsMade(int statusCode)
    {
        await using Receiver receiver = await Receiver.StartAsync(context =>
        {
            context.Response.StatusCode = statusCode;
            return Task.CompletedTask;
        });
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.Address);

        await service.SignedByAnnaAsync();
        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Equal([statusCode, statusCode], service.Emulator.Callbacks.Select(callback => callback.StatusCode));
    }

    [Fact]
    public async Task Callback_ReceiverRedirects_IsNotFollowed()
    {
        await using Receiver elsewhere = await Receiver.StartAsync();
        Uri target = elsewhere.Address;
        await using Receiver receiver = await Receiver.StartAsync(context =>
        {
            context.Response.Redirect(target.AbsoluteUri);
            return Task.CompletedTask;
        });
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.Address);

        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Equal(302, Assert.Single(service.Emulator.Callbacks).StatusCode);
        Assert.Empty(elsewhere.Calls);
    }

    [Fact]
    public async Task Callback_NobodyListens_IsRecordedAsAnError()
    {
        Uri nowhere;
        await using (Receiver receiver = await Receiver.StartAsync())
        {
            nowhere = receiver.Address;
        }

        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = nowhere);

        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        SentCallback callback = Assert.Single(service.Emulator.Callbacks);
        Assert.Null(callback.StatusCode);
        Assert.NotEmpty(callback.Error!);
    }

    [Fact]
    public async Task Callback_ReceiverHangsUp_IsRecordedAsAnError()
    {
        await using Receiver receiver = await Receiver.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.Address);

        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.NotNull(Assert.Single(service.Emulator.Callbacks).Error);
    }

    [Fact]
    public async Task Callback_ReceiverDoesNotAnswer_IsGivenUp()
    {
        await using Receiver receiver = await Receiver.StartAsync(HangAsync);
        await using TestService service = await TestService.StartAsync(options =>
        {
            options.CallbackUrl = receiver.Address;
            options.CallbackTimeout = TimeSpan.FromMilliseconds(250);
        });

        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Equal("No answer within 0.25 seconds", Assert.Single(service.Emulator.Callbacks).Error);
    }

    [Fact]
    public void Options_DefaultTimeout_IsTenSeconds()
        => Assert.Equal(TimeSpan.FromSeconds(10), new OkSignEmulatorOptions().CallbackTimeout);

    [Fact]
    public async Task Callback_MoreThanFitsInAnAddress_IsRecordedAndSigningSucceeds()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.At("/callback"));
        JsonObject descriptor = Descriptors.AnnaSigns("pen");
        foreach (int number in Enumerable.Range(1, 8))
        {
            JsonObject field = Descriptors.Field("TextArea", $"TEXT_{number}", Descriptors.Anna);
            field["value"] = new string('x', 10_000);
            descriptor["fields"]!.AsArray().Add(field);
        }

        await service.SignedByAnnaAsync(descriptor);
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);
        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, service.Emulator.Callbacks.Count);
        Assert.True(service.Emulator.Callbacks[0].Error is not null || service.Emulator.Callbacks[0].StatusCode >= 400);
        Assert.Equal(200, service.Emulator.Callbacks[1].StatusCode);
    }

    [Fact]
    public async Task Dispose_ReceiverHangs_EndsAtOnceAndCancelsWhoWaits()
    {
        var called = new TaskCompletionSource();
        await using Receiver receiver = await Receiver.StartAsync(context =>
        {
            called.TrySetResult();
            return HangAsync(context);
        });
        Task waiting;
        await using (TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.Address))
        {
            await service.SignedByAnnaAsync();
            await service.SignedByAnnaAsync();
            waiting = service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);
            await called.Task.WaitAsync(TestContext.Current.CancellationToken);
            Assert.False(waiting.IsCompleted);
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Single(receiver.Calls);
    }

    [Fact]
    public async Task CallbacksDelivered_Cancelled_StopsWaiting()
    {
        await using Receiver receiver = await Receiver.StartAsync(HangAsync);
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.Address);
        await service.SignedByAnnaAsync();
        using var cancellation = new CancellationTokenSource();

        Task waiting = service.Emulator.CallbacksDeliveredAsync(cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static Task HangAsync(HttpContext context)
        => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
}
