using OkSign.Emulator.State;

namespace OkSign.Emulator.EditorExpress;

/// <summary>All sessions of the editor.</summary>
internal sealed class EditorSessions(ChangeSignal changes)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, EditorSession> _byToken = new(StringComparer.Ordinal);

    /// <summary>Adds what <paramref name="make"/> makes, for a document that is still there when it is added.</summary>
    public EditorSession Add(Func<EditorSession> make)
    {
        lock (_gate)
        {
            EditorSession session = make();
            _byToken.Add(session.Token, session);
            changes.Raise();
            return session;
        }
    }

    public IReadOnlyList<EditorSession> All()
    {
        lock (_gate)
        {
            return [.. _byToken.Values];
        }
    }

    public EditorSession? Find(string token)
    {
        lock (_gate)
        {
            return _byToken.GetValueOrDefault(token);
        }
    }

    /// <returns>Whether it was there.</returns>
    public bool Remove(string token)
    {
        lock (_gate)
        {
            changes.Raise();
            return _byToken.Remove(token);
        }
    }

    public void RemoveDocument(string documentId)
    {
        lock (_gate)
        {
            foreach (EditorSession session in _byToken.Values.Where(session => session.DocumentId == documentId).ToList())
            {
                _byToken.Remove(session.Token);
                changes.Raise();
            }
        }
    }
}
