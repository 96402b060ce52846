using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Client;
using OkSign.Client.AspNetCore;
using OkSign.Emulator;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/aspnetcore.md does what it says.</summary>
public sealed class AspNetCoreSnippetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Application_OfThePage_SendsADocumentAndFilesTheSignedOne()
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: Cancel);
        var archive = new Archive();
        await using WebApplication app = await StartAsync(emulator, archive);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        (await http.PostAsync("/oksign-addresses", content: null, Cancel)).EnsureSuccessStatusCode();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Pdf.WithPages("A contract")), "contract", "contract.pdf" } };
        using HttpResponseMessage sent = await http.PostAsync("/contracts", form, Cancel);
        string id = (await sent.Content.ReadAsStringAsync(Cancel)).Trim('"');

        await emulator.Signer(emulator.Messages.Single().SigningLink!).SignAsync(cancellationToken: Cancel);

        (SourceDocumentId document, byte[] pdf) = await archive.Stored.WaitAsync(Cancel);
        Assert.Equal(id, document.Value);
        Assert.Contains("A contract", string.Concat(Pdf.PageTextsOf(pdf)), StringComparison.Ordinal);
        Assert.Equal("Healthy", await http.GetStringAsync("/healthz", Cancel));
        using HttpResponseMessage thanks = await http.GetAsync("/oksign/return?source_docid=1", Cancel);
        Assert.Equal((HttpStatusCode.Redirect, "/thanks"), (thanks.StatusCode, thanks.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Addresses_ToldAtTheStart_AreThoseOfTheSetting()
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: Cancel);
        await using WebApplication app = await StartAsync(emulator, new Archive());

        await AspNetCoreSnippets.TellAsync(app);

        Assert.Contains(emulator.Requests, request => request.Operation == "Orgtokeninfo.update");
        Assert.Equal("https://portal.example/app/oksign/return", app.Services.GetRequiredService<OkSignCallbackAddresses>().At(new Uri("https://portal.example/app")).Return.AbsoluteUri);
    }

    private static async Task<WebApplication> StartAsync(OkSignEmulator emulator, Archive archive)
    {
        string[] settings =
        [
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=None",
            $"--OkSign:Authorization={emulator.Authorization}",
            $"--OkSign:BaseAddress={emulator.BaseAddress}",
            $"--OkSign:Callbacks:Secrets:0={CallbackSecret.New().Value}",
        ];
        WebApplication app = AspNetCoreSnippets.Build(settings, archive);
        await app.StartAsync(Cancel);
        return app;
    }

    private sealed class Archive : AspNetCoreSnippets.IArchive
    {
        private readonly TaskCompletionSource<(SourceDocumentId, byte[])> _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<(SourceDocumentId Document, byte[] Pdf)> Stored => _stored.Task;

        public async Task StoreAsync(SourceDocumentId document, Stream pdf, CancellationToken cancellationToken)
        {
            using var copy = new MemoryStream();
            await pdf.CopyToAsync(copy, cancellationToken);
            _stored.TrySetResult((document, copy.ToArray()));
        }
    }
}
