using System.Collections.Concurrent;
using OkSign.Emulator.Documents;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Notifications;

/// <summary>The files that can go along with e-mails.</summary>
internal sealed class EmailAttachments(DocumentIds ids)
{
    private readonly ConcurrentDictionary<string, UploadedFile> _files = new(StringComparer.Ordinal);

    /// <returns>The id of the attachment.</returns>
    public string Add(UploadedFile file)
    {
        string id = ids.Next();
        _files[id] = file;
        return id;
    }

    /// <returns>The name; null when there is no such attachment.</returns>
    public string? FileNameOf(string id) => _files.GetValueOrDefault(id)?.Name;

    /// <returns>Whether there was such an attachment.</returns>
    public bool Remove(string id) => _files.TryRemove(id, out _);
}
