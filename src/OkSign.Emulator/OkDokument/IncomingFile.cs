namespace OkSign.Emulator.OkDokument;

/// <summary>A file as it was sent, with the state that its document is to have.</summary>
internal sealed record IncomingFile(byte[] Content, string? FileName, string State);
