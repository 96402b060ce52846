using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OkSign.Client;
using OkSign.Client.OkDokument;
using OkSign.Emulator;
using OkSign.Emulator.Tests.TestData;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/okdokument.md does what it says.</summary>
[Collection(nameof(CurrentFolder))]
public sealed class OkDokumentSnippetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Register_SectionAndKey_GivesBothClients()
    {
        const string Key = "0a1b2c3d4_00112233445566778899aabbccddeeff";
        var services = new ServiceCollection();
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["OkDokument:ApiKey"] = Key }).Build();

        OkDokumentSnippets.Register(services, configuration, Key);

        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetService<OkDokumentClient>());
        Assert.NotNull(provider.GetKeyedService<OkDokumentClient>("tenant-a"));
    }

    [Fact]
    public async Task OneRound_Sent_InvitesByEmailInEnglish()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        await CurrentFolder.InEmptyOneAsync(async () =>
        {
            await File.WriteAllBytesAsync("lease.pdf", Pdf.WithPages("_SC1_"), Cancel);

            Uri link = await OkDokumentSnippets.OneRoundAsync(service.Client);

            SentDocumentMessage mail = Assert.Single(service.Emulator.OkDokument.Messages);
            Assert.Equal(("eva@example.com", "agent@example.com", "Example Agency", "en", link), (mail.Recipient, mail.ReplyTo, mail.SenderName, mail.Language, mail.SigningUrl));
        });
    }

    [Fact]
    public async Task OneRound_Signed_IsFiledAndDeleted()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        await CurrentFolder.InEmptyOneAsync(async () =>
        {
            SigningRound round = await service.Client.NewSignatureRequest(DokumentService.Lease).WithTags().SendAsync(Cancel);
            await service.Emulator.OkDokument.Signer(round.SigningUrl).SignAsync(cancellationToken: Cancel);

            await OkDokumentSnippets.FileAsync(round);

            Assert.StartsWith("%PDF-", await File.ReadAllTextAsync("lease.signed.pdf", Cancel), StringComparison.Ordinal);
            await Assert.ThrowsAsync<OkSignNotFoundException>(() => service.Client.Documents.RetrieveInfoAsync(round.DocumentId, Cancel));
        });
    }

    [Fact]
    public async Task Notified_ByTheServiceAndByAStranger_IsTold()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        (CallbackSecret secret, SigningRound round) = await OkDokumentSnippets.NotifiedAsync(service.Client, DokumentService.Lease);
        string body = $$"""{ "state": "signed", "id": "{{round.DocumentId}}", "signatureRequestId": "{{round.Id}}" }""";

        Assert.Equal("not so", await OkDokumentSnippets.CalledAsync(service.Client, secret, round, "a-secret-that-is-another", body));
        Assert.Equal("signed, as somebody says", await OkDokumentSnippets.CalledAsync(service.Client, secret, round, secret.Value, body));
        await service.Emulator.OkDokument.Signer(round.SigningUrl).SignAsync(cancellationToken: Cancel);
        Assert.Equal("signed", await OkDokumentSnippets.CalledAsync(service.Client, secret, round, secret.Value, body));
    }

    [Fact]
    public async Task Rounds_Two_AreOnOneDocument()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        SigningRound first = await service.Client.NewSignatureRequest(DokumentService.Lease).WithTags().AllowSignatures("_SC1_").SendAsync(Cancel);
        Assert.NotNull(await OkDokumentSnippets.ScriptedAsync(service.Emulator, first));

        SigningRound second = await OkDokumentSnippets.NextRoundAsync(await first.WaitUntilFinishedAsync(Cancel));
        await service.Emulator.OkDokument.Signer(second.SigningUrl).SignAsync(cancellationToken: Cancel);
        SigningRound third = await OkDokumentSnippets.LaterAsync(service.Client, second.DocumentId);

        Assert.Equal(first.DocumentId, third.DocumentId);
    }

    [Fact]
    public async Task Form_SomeFieldsFilledIn_IsSignedAsItSays()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        await CurrentFolder.InEmptyOneAsync(async () =>
        {
            byte[] form = TestForm.WithFields(
                TestForm.Signature("SC_lessor", "50 600 200 650"),
                TestForm.Text("TC_name", "50 500 200 520"),
                TestForm.Text("TO_note", "250 500 400 520"),
                TestForm.Widget("CO_newsletter", "50 450 70 470", "/FT/Btn/AP<</N<</Yes 4 0 R/Off 4 0 R>>>>/AS/Off"));
            await File.WriteAllBytesAsync("form.pdf", form, Cancel);

            SigningRound round = await OkDokumentSnippets.FormAsync(service.Client);
            var script = new DocumentSigningScript { Values = new Dictionary<string, string> { ["TO_note"] = "No pets" } };
            await service.Emulator.OkDokument.Signer(round.SigningUrl).SignAsync(script, Cancel);

            await using PdfDownload pdf = await service.Client.Documents.DownloadAsync(round.DocumentId, Cancel);
            using var copy = new MemoryStream();
            await pdf.CopyToAsync(copy, Cancel);
            string text = string.Concat(Pdf.PageTextsOf(copy.ToArray()));
            Assert.All(["Eva Nova", "No pets"], filled => Assert.Contains(filled, text, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task OneByOne_Request_IsFoundUntilItIsDeleted()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        (StoredDocumentId document, FoundSignatureRequest? found) = await OkDokumentSnippets.OneByOneAsync(service.Client, DokumentService.Lease);

        Assert.Equal(document, found?.DocumentId);
        Assert.Null(await service.Client.SignatureRequests.FindAsync(found!.Id, Cancel));
    }

    [Fact]
    public async Task Storage_EachOperation_Works()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        await CurrentFolder.InEmptyOneAsync(async () =>
        {
            (int waiting, StoredDocument info, UsageCounters usage, Uri[] links) = await OkDokumentSnippets.StorageAsync(service.Client, DokumentService.Lease);

            Assert.Equal((3, "lease.pdf"), (waiting, info.FileName));
            Assert.Equal((2, 1), (usage.UsedSignatureRequests, usage.DeletedFiles));
            Assert.Distinct(links);
            Assert.True(File.Exists("stored.pdf"));
        });
    }

    [Fact]
    public async Task Emulated_Round_IsSigned()
        => Assert.True((await OkDokumentSnippets.EmulatedAsync(DokumentService.Lease)).IsSigned);

    [Fact]
    public async Task EmulatorOptions_OfThePage_AreKept()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);

        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(OkDokumentSnippets.EmulatorOptions(clock), Cancel);

        Assert.Equal(3, emulator.OkDokument.AvailableSignatureRequests);
    }

    [Fact]
    public async Task Wire_Changed_IsWhatGoesOut()
    {
        await using DokumentService service = await DokumentService.StartAsync(configure: OkDokumentSnippets.Wire);
        SigningRound round = await service.Client.NewSignatureRequest(DokumentService.Lease)
            .WithTags()
            .AllowSignatures("_SC1_", "_SC2_")
            .SignedFileTo("anna@example.com", "bert@example.com")
            .SendAsync(Cancel);

        await service.Emulator.OkDokument.Signer(round.SigningUrl).SignAsync(cancellationToken: Cancel);

        Assert.Equal(["anna@example.com", "bert@example.com"], service.Emulator.OkDokument.Messages.Select(static message => message.Recipient).Order());
    }
}
