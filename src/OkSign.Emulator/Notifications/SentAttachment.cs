namespace OkSign.Emulator;

/// <summary>A file that went along with an e-mail.</summary>
/// <param name="Id">The id that <c>EmailAttachment.upload</c> gave it.</param>
/// <param name="FileName">Its name.</param>
public sealed record SentAttachment(string Id, string FileName);
