using System.Net;
using OkSign.Client;
using OkSign.Emulator;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/emulator.md.</summary>
internal static class EmulatorSnippets
{
    public static async Task<SignedDocumentId> InProcessAsync(OkSignFile contract, FormDescriptor descriptor)
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync();
        await using var oksign = OkSignClient.Create(
            OkSignCredentials.Parse(emulator.Authorization),
            options => options.BaseAddress = emulator.BaseAddress);

        SourceDocumentId document = await oksign.Documents.UploadAsync(contract);
        IReadOnlyList<SigningLink> links = await oksign.FormDescriptors.UploadAsync(document, descriptor);

        await emulator.Signer(links[0].Url).SignAsync(new SigningScript { Method = "pen" });

        LinkedDocument? linked = await oksign.Documents.RetrieveLinkedAsync(document);
        SignedDocumentId signed = linked!.SignedDocumentId!.Value;
        return signed;
    }

    public static async Task RefuseAsync(OkSignEmulator emulator, IReadOnlyList<SigningLink> links)
    {
        await emulator.Signer(links[0].Url).RefuseAsync("The salary is missing");
    }

    public static async Task<IReadOnlyList<SignedDocumentId>> TemplateAsync(OkSignEmulator emulator, OkSignClient oksign, byte[] pdf, FormDescriptor descriptor)
    {
        var template = new SourceDocumentId(emulator.AddTemplate("contract.pdf", pdf));
        IReadOnlyList<SigningLink> links = await oksign.FormDescriptors.UploadAsync(template, descriptor);

        await emulator.Signer(links[0].Url).SignAsync();
        LinkedDocument? first = await oksign.Documents.RetrieveLinkedAsync(template);
        await emulator.Signer(links[0].Url).SignAsync();
        LinkedDocument? second = await oksign.Documents.RetrieveLinkedAsync(template);
        return [first!.SignedDocumentId!.Value, second!.SignedDocumentId!.Value];
    }

    public static OkSignEmulatorOptions Variants()
    {
        var options = new OkSignEmulatorOptions();
        options.WireVariants.BriefcaseAnswer = BriefcaseAnswer.Token;
        options.WireVariants.SignExpressAnswer = SessionAnswer.UrlAndToken;
        options.WireVariants.EditorExpressAnswer = SessionAnswer.Token;
        return options;
    }

    public static async Task<int> BadDayAsync(OkSignEmulator emulator, OkSignClient oksign, OkSignFile contract)
    {
        emulator.Faults.Inject("Document.upload", EmulatorFault.Reset() with { AfterWork = true });
        bool twiceIfSentAgain = false;
        try
        {
            await oksign.Documents.UploadAsync(contract);
        }
        catch (OkSignTransportException failure)
        {
            twiceIfSentAgain = failure.MayHaveReachedService;
        }

        int uploads = emulator.Requests.Count(request => request.Operation == "Document.upload" && request.CarriedOut);
        return twiceIfSentAgain ? uploads : -1;
    }

    public static void BadDays(OkSignEmulator emulator)
    {
        emulator.Faults.Inject("Documents.active", EmulatorFault.Status(HttpStatusCode.ServiceUnavailable, retryAfter: TimeSpan.FromSeconds(2)), times: 2);
        emulator.Faults.InjectAlways("Document.retrieve", EmulatorFault.BrokenAnswer());
        emulator.Faults.Source = operation => operation.EndsWith(".remove", StringComparison.Ordinal) ? EmulatorFault.Html(HttpStatusCode.BadGateway) : null;
    }

    public static async Task SignByMailAsync(OkSignEmulator emulator)
    {
        SentMessage mail = emulator.Messages.Single(message => message.Recipient == "anna@example.com");
        await emulator.Signer(mail.SigningLink!).SignAsync();
    }

    public static async Task<SentCallback> CallbackAsync(OkSignEmulator emulator)
    {
        await emulator.CallbacksDeliveredAsync();
        SentCallback callback = emulator.Callbacks.Single();
        return callback;
    }
}
