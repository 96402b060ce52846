using System.Text.Json;
using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/operations.md.</summary>
internal static class OperationSnippets
{
    public static async Task<IReadOnlyList<SigningLink>> StepByStepAsync(OkSignClient oksign, OkSignFile file)
    {
        SourceDocumentId document = await oksign.Documents.UploadAsync(file);
        SignerId anna = SignerId.Anonymous(1);
        IReadOnlyList<SigningLink> links = await oksign.FormDescriptors.UploadAsync(document, new FormDescriptor
        {
            Fields = [new() { InputType = InputType.Signature, Name = "SIG", SignerId = anna, PageIndex = 0, X = 100, Y = 600, Width = 150, Height = 50 }],
            Signers = [new() { Id = anna, Name = "Anna Example", Email = "anna@example.com" }],
        });

        return links;
    }

    public static async Task<(bool IsComplete, JsonElement Former)> LookAsync(OkSignClient oksign, SourceDocumentId document)
    {
        bool isComplete = false;
        JsonElement former = default;
        LinkedDocument? linked = await oksign.Documents.RetrieveLinkedAsync(document);
        if (linked?.SignedDocumentId is { } signed)
        {
            DocumentMetadata metadata = await oksign.Metadata.RetrieveAsync(signed);
            isComplete = metadata.SignaturesPlaced >= metadata.SignaturesRequired;

            former = await oksign.Metadata.RetrieveV1Async(signed);
        }

        return (isComplete, former);
    }

    public static async Task AuditTrailAsync(OkSignClient oksign, SignedDocumentId signed)
    {
        await using PdfDownload report = await oksign.AuditTrail.RetrieveAsync(signed);
        await report.SaveAsAsync("contract.audit.pdf");
    }

    public static async Task<IReadOnlyList<SigningEvent>> ListSignedAsync(OkSignClient oksign, DateTimeOffset now)
    {
        IReadOnlyList<SigningEvent> events = await oksign.Documents.ListSignedAsync(now.AddHours(-1), now);
        foreach (SigningEvent signature in events)
        {
            Console.WriteLine($"{signature.Timestamp}: {signature.FileName}, {signature.SignaturesPlaced} of {signature.SignaturesRequired}");
        }

        return events;
    }

    public static async Task<bool> RemoveAsync(OkSignClient oksign, SourceDocumentId document)
    {
        bool isRemoved = true;
        try
        {
            await oksign.Documents.RemoveAsync(document);
        }
        catch (OkSignTooSoonException)
        {
            isRemoved = false;
        }

        return isRemoved;
    }
}
