using OkSign.Client;
using OkSign.Client.OkDokument;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests;

/// <summary>What can be looked at of OKdokument without a person: at the test host, for whoever has a key, and at the emulator in every run.</summary>
public sealed class OkDokumentLiveTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tour_OfTheTestHost_FindsWhatIsExpected()
    {
        if (!OkDokumentApiKey.TryParse(Environment.GetEnvironmentVariable(OkDokumentApiKey.EnvironmentVariable), out OkDokumentApiKey? key))
        {
            Assert.Skip($"{OkDokumentApiKey.EnvironmentVariable} is not set: there is no account");
        }

        await using OkDokumentClient client = OkDokumentClient.Create(key, static options => options.Host = OkDokumentHost.Test);
        await TakeTourAsync(client);
    }

    [Fact]
    public async Task Tour_OfTheEmulator_FindsWhatIsExpected()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        await TakeTourAsync(service.Client);

        Assert.Equal(99, service.Emulator.OkDokument.AvailableSignatureRequests);
    }

    private static async Task TakeTourAsync(OkDokumentClient client)
    {
        UsageCounters before = await client.Usage.RetrieveAsync(Cancel);
        Assert.NotNull(before.AvailableSignatureRequests);

        SigningRound round = await client.NewSignatureRequest(DokumentService.Lease).WithTags().ExpiresAfter(TimeSpan.FromHours(1)).SendAsync(Cancel);
        try
        {
            StoredDocument info = await client.Documents.RetrieveInfoAsync(round.DocumentId, Cancel);
            Assert.Contains(info.State, new[] { StoredDocumentState.Tags, StoredDocumentState.ToSign });
            Assert.Contains(await client.Documents.ListAsync(cancellationToken: Cancel), document => document.Id == round.DocumentId);
            Assert.Equal(round.DocumentId, (await client.SignatureRequests.FindAsync(round.Id, Cancel))?.DocumentId);

            await client.SignatureRequests.UpdateAsync(round.Id, new SignatureRequestUpdate { ResultUrl = new Uri("https://app.example.com/done") }, Cancel);
            await round.RevokeAsync(Cancel);
            Assert.Null(await client.SignatureRequests.FindAsync(round.Id, Cancel));

            await using PdfDownload pdf = await client.Documents.DownloadAsync(round.DocumentId, Cancel);
            await pdf.CopyToAsync(Stream.Null, Cancel);
        }
        finally
        {
            await client.Documents.DeleteAsync(round.DocumentId, CancellationToken.None);
        }

        await Assert.ThrowsAsync<OkSignNotFoundException>(() => client.Documents.RetrieveInfoAsync(round.DocumentId, Cancel));
    }
}
