namespace OkSign.Emulator.State;

/// <summary>What a document id stands for: a source document, or with <paramref name="Copy"/> one of its signed copies.</summary>
internal sealed record FoundDocument(StoredDocument Document, SignedCopy? Copy)
{
    public byte[] Pdf => Copy?.Pdf ?? Document.Pdf;
}
