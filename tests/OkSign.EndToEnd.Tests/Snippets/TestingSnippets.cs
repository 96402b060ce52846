using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Client;
using OkSign.Client.AspNetCore;
using OkSign.Emulator;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/testing-your-application.md and docs/getting-started.md.</summary>
internal static class TestingSnippets
{
    public static async Task<IReadOnlyList<SentCallback>> RunAsync(AspNetCoreSnippets.IArchive archive)
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync();
        await using WebApplication app = Portal.Build(
        [
            "--urls=http://127.0.0.1:0",
            $"--OkSign:Authorization={emulator.Authorization}",
            $"--OkSign:BaseAddress={emulator.BaseAddress}",
            $"--OkSign:Callbacks:Secrets:0={CallbackSecret.New().Value}",
        ], archive);
        await app.StartAsync();
        OkSignCallbackUrls urls = app.Services.GetRequiredService<OkSignCallbackAddresses>().At(new Uri(app.Urls.Single()));
        await app.Services.GetRequiredService<OkSignClient>().OrganizationalToken.UpdateAsync(urls.ToSettings());

        await SendAsAUserDoesAsync(app);

        await emulator.Signer(emulator.Messages[0].SigningLink!).SignAsync();
        await emulator.CallbacksDeliveredAsync();

        return emulator.Callbacks;
    }

    public static async Task HandleAsync(CallbackSnippets.IArchive archive, SignedDocumentId signed, CancellationToken cancellationToken)
    {
        IOkSignEventHandler handler = new MarkingHandler(archive);

        await handler.DocumentCompletedAsync(
            new DocumentCompleted
            {
                Key = "oksign/completed/1",
                SourceDocumentId = new SourceDocumentId("123456-0A1B2C3D-1111-2222-3333-444455556666"),
                SignedDocumentId = signed,
            },
            cancellationToken);
    }

    public static async Task StartAsync()
    {
        await using var oksign = OkSignClient.Create(OkSignCredentials.FromEnvironment());

        SignatureRequest sent = await oksign.NewSignatureRequest(OkSignFile.FromPath("contract.pdf"))
            .Signer("Anna Example", "anna@example.com", anna => anna.Signature(at => at.Page(1).Position(100, 600)))
            .SendAsync();
        Console.WriteLine($"Anna signs here: {sent.Signers[0].SigningUrl}");

        SignedDocument signed = await sent.WaitUntilSignedAsync();
        await signed.DownloadAsync("contract.signed.pdf");
        await signed.DownloadAuditTrailAsync("contract.audit.pdf");
    }

    public static async Task<CreditBalance> AskEmulatorAsync(Uri emulatorAddress)
    {
        await using var oksign = OkSignClient.Create(OkSignCredentials.FromEnvironment(), options => options.BaseAddress = emulatorAddress);
        return await oksign.Credits.RetrieveAsync();
    }

    public static async Task TellAsync(SignatureRequestBuilder request)
    {
        try
        {
            await request.SendAsync();
        }
        catch (OkSignInputException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
        }
        catch (OkSignException failure) when (failure.MayHaveReachedService)
        {
            // Look before you send again: Documents.FindRecentUploadAsync.
            Console.Error.WriteLine(failure.Message);
        }
    }

    private static async Task SendAsAUserDoesAsync(WebApplication app)
        => await app.Services.GetRequiredService<OkSignClient>().NewSignatureRequest(OkSignFile.FromBytes(Pdf.WithPages("A contract"), "contract.pdf"))
            .Signer("Anna Example", "anna@example.com", anna => anna.Signature(at => at.Page(1).Position(100, 600)))
            .NotifyByEmail(mail => mail.Subject("Please sign"))
            .SendAsync();

    /// <summary>A reader's application.</summary>
    private static class Portal
    {
        public static WebApplication Build(string[] args, AspNetCoreSnippets.IArchive archive) => AspNetCoreSnippets.Build(args, archive);
    }

    public sealed class Archive : AspNetCoreSnippets.IArchive
    {
        public List<SourceDocumentId> Stored { get; } = [];

        public Task StoreAsync(SourceDocumentId document, Stream pdf, CancellationToken cancellationToken)
        {
            Stored.Add(document);
            return Task.CompletedTask;
        }
    }

    private sealed class MarkingHandler(CallbackSnippets.IArchive archive) : IOkSignEventHandler
    {
        public Task DocumentCompletedAsync(DocumentCompleted document, CancellationToken cancellationToken) => archive.MarkAsync(document.SourceDocumentId);
    }
}
