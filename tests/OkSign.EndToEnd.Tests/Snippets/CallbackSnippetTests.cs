using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Client;
using OkSign.Client.AspNetCore;
using OkSign.Client.OkDokument;
using OkSign.Emulator;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/callbacks.md and docs/testing-your-application.md does what it says.</summary>
public sealed class CallbackSnippetTests
{
    private const string Secret = "the-secret-of-the-docs";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OwnEndpoint_OfACompleteDocument_MarksIt()
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: Cancel);
        var archive = new Archive();
        await using WebApplication app = await StartAsync(
            emulator,
            builder =>
            {
                builder.Services.AddSingleton<CallbackSnippets.IArchive>(archive);
                builder.Services.AddOkSign(builder.Configuration.GetSection("OkSign"));
                builder.Services.AddOkSignCallbacks<NoEvents>(static options => options.Secrets.Add(Secret));
            },
            CallbackSnippets.MapOwn);
        OkSignClient oksign = app.Services.GetRequiredService<OkSignClient>();
        SignatureRequest sent = await oksign.NewSignatureRequest(OkSignFile.FromBytes(Pdf.WithPages("A contract"), "contract.pdf"))
            .Signer("Anna Example", static anna => anna.Signature(static at => at.Page(1).Position(100, 600)))
            .SendAsync(Cancel);
        await emulator.Signer(sent.Signers[0].SigningUrl).SignAsync(cancellationToken: Cancel);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        await http.GetStringAsync($"/signed/{Secret}?source_docid={sent.DocumentId}", Cancel);

        Assert.Equal([sent.DocumentId], archive.Marked);
    }

    [Fact]
    public async Task OkDokument_SignedRound_IsHandled()
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: Cancel);
        var ended = new TaskCompletionSource<RoundEnded>(TaskCreationOptions.RunContinuationsAsynchronously);
        var sent = new TaskCompletionSource<SigningRound>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebApplication app = await StartAsync(
            emulator,
            builder =>
            {
                builder.Services.AddSingleton(ended);
                CallbackSnippets.AddOkDokument(builder);
            },
            app =>
            {
                CallbackSnippets.MapOkDokument(app);
                app.MapPost("/send", async context => sent.SetResult(await CallbackSnippets.SendAsync(
                    context,
                    app.Services.GetRequiredService<OkDokumentClient>(),
                    OkSignFile.FromBytes(Pdf.WithPages("A lease"), "lease.pdf"))));
            });
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        await http.PostAsync("/send", content: null, Cancel);

        await emulator.OkDokument.Signer((await sent.Task).SigningUrl).SignAsync(cancellationToken: Cancel);

        Assert.Equal(StoredDocumentState.Signed, (await ended.Task.WaitAsync(Cancel)).State);
    }

    [Fact]
    public async Task Application_UnderTest_IsCalledBack()
    {
        var archive = new TestingSnippets.Archive();

        IReadOnlyList<SentCallback> callbacks = await TestingSnippets.RunAsync(archive);

        Assert.Equal([200], callbacks.Select(static callback => callback.StatusCode));
        Assert.Single(archive.Stored);
    }

    [Fact]
    public async Task Handler_Alone_IsGivenAnEvent()
    {
        var archive = new Archive();

        await TestingSnippets.HandleAsync(archive, new SignedDocumentId("123456-0A1B2C3D-1111-2222-3333-444455556667"), Cancel);

        Assert.Single(archive.Marked);
    }

    private static async Task<WebApplication> StartAsync(OkSignEmulator emulator, Action<WebApplicationBuilder> services, Action<WebApplication> endpoints)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(
        [
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=None",
            $"--OkSign:Authorization={emulator.Authorization}",
            $"--OkSign:BaseAddress={emulator.BaseAddress}",
            $"--OkDokument:ApiKey={emulator.OkDokument.ApiKey}",
            $"--OkDokument:BaseAddress={emulator.OkDokument.BaseAddress}",
            $"--OkDokument:Callbacks:Secrets:0={Secret}",
        ]);
        services(builder);
        WebApplication app = builder.Build();
        endpoints(app);
        await app.StartAsync(Cancel);
        return app;
    }

    private sealed class NoEvents : IOkSignEventHandler;

    private sealed class Archive : CallbackSnippets.IArchive
    {
        public List<SourceDocumentId> Marked { get; } = [];

        public Task MarkAsync(SourceDocumentId document)
        {
            Marked.Add(document);
            return Task.CompletedTask;
        }
    }
}
