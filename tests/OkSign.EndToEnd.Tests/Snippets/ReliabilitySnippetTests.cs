using OkSign.Client;
using OkSign.Emulator;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/reliability.md does what it says.</summary>
public sealed class ReliabilitySnippetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Upload_WhoseAnswerIsLost_IsThereOnce(bool isWorkDone)
    {
        // The names of documents and the time of their upload decide: so a true clock.
        await using Service service = await Service.StartAsync(options => options.TimeProvider = TimeProvider.System);
        service.Emulator.Faults.Inject("Document.upload", EmulatorFault.Reset() with { AfterWork = isWorkDone });

        SourceDocumentId? document = await ReliabilitySnippets.UploadAsync(service.Client, OkSignFile.FromBytes(Pdf.WithPages("x"), "contract.pdf"), "contract.pdf");

        Assert.NotNull(await service.Client.Documents.ExistsAsync(document!.Value, Cancel));
        Assert.Equal(1, service.Emulator.Requests.Count(request => request is { Operation: "Document.upload", CarriedOut: true }));
    }

    [Fact]
    public async Task Upload_OfANameThatWasThereBefore_IsLeftToAPerson()
    {
        await using Service service = await Service.StartAsync(options => options.TimeProvider = TimeProvider.System);
        await service.UploadAsync("contract.pdf");
        service.Emulator.Faults.Inject("Document.upload", EmulatorFault.Reset() with { AfterWork = true });

        Assert.Null(await ReliabilitySnippets.UploadAsync(service.Client, OkSignFile.FromBytes(Pdf.WithPages("x"), "contract.pdf"), "contract.pdf"));
    }

    [Fact]
    public async Task Patience_Settings_AreUsable()
    {
        await using OkSignClient client = ReliabilitySnippets.Patience(new OkSignCredentials("123456", "token", "marketing"));

        Assert.NotNull(client);
    }
}
