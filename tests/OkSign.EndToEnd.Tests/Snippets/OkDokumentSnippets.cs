using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Client;
using OkSign.Client.OkDokument;
using OkSign.Emulator;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/okdokument.md and of what other pages say of OKdokument.</summary>
internal static class OkDokumentSnippets
{
    public static async Task<Uri> CreateAsync()
    {
        await using var okdokument = OkDokumentClient.Create(
            OkDokumentApiKey.FromEnvironment(),
            options => options.Host = OkDokumentHost.Test);

        return OkDokumentClientOptions.TestBaseAddress;
    }

    public static async Task ReadmeAsync()
    {
        await using var okdokument = OkDokumentClient.Create(OkDokumentApiKey.FromEnvironment());
        SigningRound round = await okdokument.NewSignatureRequest(OkSignFile.FromPath("lease.pdf")).WithTags().SendAsync();
        FinishedRound finished = await round.WaitUntilFinishedAsync();
        if (finished.IsSigned)
        {
            await finished.DownloadAsync("lease.signed.pdf");
        }
    }

    public static void Register(IServiceCollection services, IConfiguration configuration, string tenantKey)
    {
        services.AddOkDokument(configuration.GetSection("OkDokument"));
        services.AddKeyedOkDokument("tenant-a", options => options.Credentials = OkDokumentApiKey.Parse(tenantKey));
    }

    public static async Task<Uri> OneRoundAsync(OkDokumentClient okdokument)
    {
        SigningRound round = await okdokument.NewSignatureRequest(OkSignFile.FromPath("lease.pdf"))
            .WithTags()
            .ExpiresAfter(TimeSpan.FromDays(7))
            .InviteByEmail("eva@example.com", replyTo: "agent@example.com", senderName: "Example Agency", remindsDaily: true)
            .Language(TemplateLanguage.English)
            .CodeToOpenBySms("+421900000001")
            .SendAsync();
        Uri link = round.SigningUrl;
        return link;
    }

    public static async Task<SigningRound> FormAsync(OkDokumentClient okdokument)
    {
        SigningRound round = await okdokument.NewSignatureRequest(OkSignFile.FromPath("form.pdf"))
            .WithSignatureFields()
            .Allow(FormFieldKind.Signature, "SC_lessor")
            .Allow(FormFieldKind.Text, "TO_note")
            .Fill("TC_name", "Eva Nova", isReadOnly: true)
            .Tick("CO_newsletter")
            .FieldsBeforeSigning(FieldHandling.ReadOnly)
            .SendAsync();
        return round;
    }

    public static async Task FileAsync(SigningRound round)
    {
        FinishedRound finished = await round.WaitUntilFinishedAsync();
        if (!finished.IsCanceled)
        {
            await finished.DownloadAsync("lease.signed.pdf");
        }

        if (finished.IsSigned)
        {
            await finished.DeleteAsync();
        }
    }

    public static async Task<(CallbackSecret Secret, SigningRound Round)> NotifiedAsync(OkDokumentClient okdokument, OkSignFile file)
    {
        var secret = CallbackSecret.New();
        SigningRound round = await okdokument.NewSignatureRequest(file)
            .WithTags()
            .NotifyAt(secret.AddTo(new Uri("https://app.example.com/okdokument/info")))
            .ReturnTo(new Uri("https://app.example.com/done"))
            .SendAsync();

        return (secret, round);
    }

    public static async Task<string> CalledAsync(OkDokumentClient okdokument, CallbackSecret secret, SigningRound round, string? secretInTheAddress, string body)
    {
        if (!secret.Matches(secretInTheAddress) || !OkDokumentCompletion.TryParse(body, out OkDokumentCompletion? completion, out _))
        {
            return "not so";
        }

        StoredDocument document = await okdokument.Documents.RetrieveInfoAsync(round.DocumentId);
        return document.State == StoredDocumentState.Signed ? "signed" : $"{completion.State}, as somebody says";
    }

    public static async Task<SigningRound> NextRoundAsync(FinishedRound finished)
    {
        SigningRound second = await finished.NextRound()
            .WithSignatureFields()
            .AllowSignatures("_SC2_")
            .SendAsync();
        return second;
    }

    public static async Task<(StoredDocumentId Document, FoundSignatureRequest? Found)> OneByOneAsync(OkDokumentClient okdokument, OkSignFile file)
    {
        StoredDocumentId document = await okdokument.Documents.UploadAsync(file, StoredDocumentState.Tags);
        var settings = new SignatureRequestSettings
        {
            SignatureRequestId = SignatureRequestId.New(),
            AllowedFields = new Dictionary<FormFieldKind, IReadOnlyList<string>> { [FormFieldKind.Signature] = ["_SC1_"] },
            Rules = new SigningRules { SignAnywhere = false },
        };
        CreatedSignatureRequest created = await okdokument.SignatureRequests.CreateForStoredAsync(document, settings);
        await okdokument.SignatureRequests.UpdateAsync(created.Id, new SignatureRequestUpdate { ResultUrl = new Uri("https://app.example.com/done") });
        await okdokument.SignatureRequests.SetCallbackAsync(created.Id, new Uri("https://app.example.com/okdokument/info"));
        FoundSignatureRequest? found = await okdokument.SignatureRequests.FindAsync(created.Id);
        await okdokument.SignatureRequests.DeleteAsync(created.Id);

        return (document, found);
    }

    public static async Task<(int Waiting, StoredDocument Info, UsageCounters Usage, Uri[] Links)> StorageAsync(OkDokumentClient okdokument, OkSignFile file)
    {
        CreatedSignatureRequest asJson = await okdokument.SignatureRequests.CreateAsync(file);
        CreatedSignatureRequest asForm = await okdokument.SignatureRequests.UploadAsync(file);
        StoredDocumentId stored = await okdokument.Documents.UploadMultipartAsync(file);
        IReadOnlyList<StoredDocument> waiting = await okdokument.Documents.ListAsync(StoredDocumentState.ToSign);
        StoredDocument info = await okdokument.Documents.RetrieveInfoAsync(stored);
        await using (PdfDownload pdf = await okdokument.Documents.DownloadAsync(stored))
        {
            await pdf.SaveAsAsync("stored.pdf");
        }

        await okdokument.Documents.DeleteAsync(stored);
        UsageCounters usage = await okdokument.Usage.RetrieveAsync();

        return (waiting.Count, info, usage, [asJson.SigningUrl, asForm.SigningUrl]);
    }

    public static async Task<SigningRound> LaterAsync(OkDokumentClient okdokument, StoredDocumentId document)
    {
        FinishedRound later = await okdokument.WaitUntilFinishedAsync(document);
        SigningRound next = await okdokument.NextRound(document).AllowSignatures("_SC2_").SendAsync();

        Assert.True(later.IsSigned);
        return next;
    }

    public static async Task<FinishedRound> EmulatedAsync(OkSignFile file)
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync();
        await using var okdokument = OkDokumentClient.Create(
            new OkDokumentApiKey(emulator.OkDokument.ApiKey),
            options => options.BaseAddress = emulator.OkDokument.BaseAddress);

        SigningRound round = await okdokument.NewSignatureRequest(file).WithTags().SendAsync();
        await emulator.OkDokument.Signer(round.SigningUrl).SignAsync();
        FinishedRound finished = await round.WaitUntilFinishedAsync();

        return finished;
    }

    public static OkSignEmulatorOptions EmulatorOptions(TimeProvider clock)
    {
        var options = new OkSignEmulatorOptions { TimeProvider = clock };
        options.OkDokument.SignatureRequests = 3;
        options.OkDokument.TagSearchDelay = TimeSpan.FromSeconds(20);
        options.OkDokument.Variants.WideEnvelope = true;
        return options;
    }

    public static async Task<Uri?> ScriptedAsync(OkSignEmulator emulator, SigningRound round)
    {
        EmulatedDocumentSigner signer = emulator.OkDokument.Signer(round.SigningUrl);
        Uri? destination = await signer.SignAsync(new DocumentSigningScript { SignerName = "Eva Nova", Signatures = ["_SC1_"] });
        return destination;
    }

    public static void Wire(OkDokumentClientOptions options)
    {
        options.Wire.AllowedFieldsAsText = true;
        options.Wire.FinalRecipientSeparator = "|";
        options.Wire.Operations["OkDokument.UpdateSignatureRequest"].RequestMembers["sendInfoURL"] = "sendInfoUrl";
    }
}
