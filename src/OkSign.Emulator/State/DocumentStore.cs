namespace OkSign.Emulator.State;

/// <summary>All documents of the account. Readers get snapshots; writers of one document wait for each other.</summary>
internal sealed class DocumentStore(ChangeSignal changes)
{
    private readonly object _indexGate = new();
    private readonly Dictionary<string, Entry> _bySourceId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _bySignedId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _byToken = new(StringComparer.Ordinal);

    public void Add(StoredDocument document)
    {
        lock (_indexGate)
        {
            _bySourceId.Add(document.Id, new Entry(document));
        }

        changes.Raise();
    }

    public IReadOnlyList<StoredDocument> All()
    {
        lock (_indexGate)
        {
            return [.. _bySourceId.Values.Select(entry => entry.Document)];
        }
    }

    /// <summary>Finds a document by its source id or by the id of a signed copy.</summary>
    public FoundDocument? Find(string id)
    {
        lock (_indexGate)
        {
            if (_bySourceId.TryGetValue(id, out Entry? source))
            {
                return new FoundDocument(source.Document, null);
            }

            return _bySignedId.TryGetValue(id, out Entry? signed)
                && signed.Document.PresentCopies.FirstOrDefault(copy => copy.Id == id) is { } copy
                    ? new FoundDocument(signed.Document, copy)
                    : null;
        }
    }

    /// <summary>Finds who signs what by the token of a signing link.</summary>
    public (StoredDocument Document, string SignerId)? FindByToken(string token)
    {
        lock (_indexGate)
        {
            return _byToken.TryGetValue(token, out Entry? entry)
                && entry.Document.SigningTokens.FirstOrDefault(link => link.Value == token) is { Key: { } signerId }
                    ? (entry.Document, signerId)
                    : null;
        }
    }

    /// <summary>Replaces a document by what <paramref name="change"/> makes of it; when that throws, nothing changes.</summary>
    /// <returns>The new state, or null when the document is not there (any more).</returns>
    public StoredDocument? Update(string sourceId, Func<StoredDocument, StoredDocument> change)
        => UpdateAll([sourceId], current => [change(current[0])])?[0];

    /// <summary>
    /// Replaces documents, or some of them, by what <paramref name="change"/> gives back; when that throws, nothing changes.
    /// </summary>
    /// <returns>The new states that <paramref name="change"/> gave, or null when one of the documents is not there (any more).</returns>
    public IReadOnlyList<StoredDocument>? UpdateAll(
        IReadOnlyList<string> sourceIds, Func<IReadOnlyList<StoredDocument>, IReadOnlyList<StoredDocument>> change)
    {
        List<Entry> entries;
        lock (_indexGate)
        {
            entries = [.. sourceIds.Select(id => _bySourceId.GetValueOrDefault(id)).OfType<Entry>()];
        }

        // Not under the index lock: a change may render a PDF.
        using (new WriterLock(entries))
        {
            if (entries.Count < sourceIds.Count || entries.Any(entry => entry.IsRemoved))
            {
                return null;
            }

            IReadOnlyList<StoredDocument> changed = change([.. entries.Select(entry => entry.Document)]);
            lock (_indexGate)
            {
                foreach (StoredDocument document in changed)
                {
                    Replace(_bySourceId[document.Id], document);
                }
            }

            changes.Raise();
            return changed;
        }
    }

    public void Remove(string sourceId)
    {
        Entry? entry;
        lock (_indexGate)
        {
            if (!_bySourceId.TryGetValue(sourceId, out entry))
            {
                return;
            }
        }

        lock (entry.WriterGate)
        {
            lock (_indexGate)
            {
                entry.IsRemoved = true;
                _bySourceId.Remove(sourceId);
                Unindex(entry.Document);
            }
        }

        changes.Raise();
    }

    private void Replace(Entry entry, StoredDocument changed)
    {
        Unindex(entry.Document);
        entry.Document = changed;
        foreach (SignedCopy copy in changed.Copies)
        {
            _bySignedId[copy.Id] = entry;
        }

        foreach (string token in changed.SigningTokens.Values)
        {
            _byToken[token] = entry;
        }
    }

    private void Unindex(StoredDocument document)
    {
        foreach (SignedCopy copy in document.Copies)
        {
            _bySignedId.Remove(copy.Id);
        }

        foreach (string token in document.SigningTokens.Values)
        {
            _byToken.Remove(token);
        }
    }

    /// <summary>Keeps other writers of some documents away. Taken in the order of ids, so that two writers of the same ones do not block each other.</summary>
    private readonly ref struct WriterLock
    {
        private readonly Entry[] _entries;

        public WriterLock(IEnumerable<Entry> entries)
        {
            _entries = [.. entries.OrderBy(entry => entry.Document.Id, StringComparer.Ordinal)];
            foreach (Entry entry in _entries)
            {
                Monitor.Enter(entry.WriterGate);
            }
        }

        public void Dispose()
        {
            foreach (Entry entry in _entries)
            {
                Monitor.Exit(entry.WriterGate);
            }
        }
    }

    private sealed class Entry(StoredDocument document)
    {
        public object WriterGate { get; } = new();

        public StoredDocument Document { get; set; } = document;

        public bool IsRemoved { get; set; }
    }
}
