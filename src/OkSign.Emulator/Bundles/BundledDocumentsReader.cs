using OkSign.Emulator.Documents;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Bundles;

/// <summary>Reads the <c>documents</c> of a bundle: at least one source document, each once and with a form descriptor.</summary>
internal static class BundledDocumentsReader
{
    /// <param name="root">The tokeninfo.</param>
    /// <param name="documents">The documents that there are.</param>
    /// <param name="problemOf">What is wrong with a document for this kind of bundle; null when nothing is.</param>
    /// <returns>The documents without problems.</returns>
    public static IReadOnlyList<StoredDocument> Read(JsonMembers root, DocumentStore documents, Func<StoredDocument, string?> problemOf)
    {
        IReadOnlyList<JsonMembers> items = root.Objects("documents") ?? [];
        if (items.Count == 0)
        {
            root.Problem("documents must have at least one document");
        }

        var read = new List<StoredDocument>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonMembers item in items)
        {
            if (item.RequiredText("docid") is not { } id)
            {
                continue;
            }

            StoredDocument? document = documents.Find(id)?.Document;
            string? problem = !ids.Add(id) ? "Document is already in the list" : ProblemOf(id, document) ?? problemOf(document!);
            if (problem is null)
            {
                read.Add(document!);
            }
            else
            {
                item.Problem($"docid {id}: {problem}");
            }
        }

        return read;
    }

    private static string? ProblemOf(string id, StoredDocument? document)
        => document is null ? DocumentLookup.DoesNotExist
            : document.Id != id ? DocumentLookup.SourceNeeded
            : document.Descriptor is null ? DocumentLookup.NoDescriptor
            : null;
}
