using System.Text.Json;
using OkSign.Client;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/operations.md does what it says.</summary>
[Collection(nameof(CurrentFolder))]
public sealed class OperationSnippetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StepByStep_UploadAndDescription_GiveALinkThatCanBeSigned()
    {
        await using Service service = await Service.StartAsync();

        IReadOnlyList<SigningLink> links = await OperationSnippets.StepByStepAsync(service.Client, OkSignFile.FromBytes(Pdf.WithPages("x"), "a.pdf"));

        await service.Emulator.Signer(Assert.Single(links).Url).SignAsync(cancellationToken: Cancel);
    }

    [Fact]
    public async Task Look_BeforeAndAfterTheSignatures_TellsHowFarItIs()
    {
        await using Service service = await Service.StartAsync();
        (SourceDocumentId document, _) = await service.SignedByBothAsync();

        Assert.Equal((false, JsonValueKind.Undefined), await KindAsync(await service.UploadAsync()));
        (bool isComplete, JsonValueKind former) = await KindAsync(document);
        Assert.True(isComplete);
        Assert.NotEqual(JsonValueKind.Undefined, former);

        async Task<(bool IsComplete, JsonValueKind Former)> KindAsync(SourceDocumentId id)
        {
            (bool isComplete, JsonElement former) = await OperationSnippets.LookAsync(service.Client, id);
            return (isComplete, former.ValueKind);
        }
    }

    [Fact]
    public async Task AuditTrail_OfASignedDocument_IsSaved()
    {
        await using Service service = await Service.StartAsync();
        (_, SignedDocumentId signed) = await service.SignedByBothAsync();

        await CurrentFolder.InEmptyOneAsync(async () =>
        {
            await OperationSnippets.AuditTrailAsync(service.Client, signed);

            Assert.Contains("Anna Example", string.Concat(Pdf.PageTextsOf(await File.ReadAllBytesAsync("contract.audit.pdf", Cancel))), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task ListSigned_OfTheLastHour_HasBothSignatures()
    {
        await using Service service = await Service.StartAsync();
        (_, SignedDocumentId signed) = await service.SignedByBothAsync();

        IReadOnlyList<SigningEvent> events = await OperationSnippets.ListSignedAsync(service.Client, service.Clock.GetUtcNow().AddSeconds(1));

        Assert.Equal([signed, signed], events.Select(signature => signature.SignedDocumentId!.Value));
    }

    [Fact]
    public async Task Remove_SoonAndLater_IsRefusedAndDone()
    {
        await using Service service = await Service.StartAsync(options => options.TooSoonAfterSigning = TimeSpan.FromMinutes(1));
        (SourceDocumentId document, _) = await service.SignedByBothAsync();

        Assert.False(await OperationSnippets.RemoveAsync(service.Client, document));
        service.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await OperationSnippets.RemoveAsync(service.Client, document));
        Assert.Null(await service.Client.Documents.ExistsAsync(document, Cancel));
    }
}
