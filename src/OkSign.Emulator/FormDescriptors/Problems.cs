using OkSign.Emulator.Http;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>Collects what is wrong with an upload, so that all of it is told at once.</summary>
internal sealed class Problems
{
    // A hostile upload can have a problem for every few bytes.
    private const int Most = 50;

    private readonly List<string> _texts = [];

    public bool Any => _texts.Count > 0;

    public IReadOnlyList<string> Texts => _texts;

    /// <summary>Adds a problem, once: several documents of a briefcase may have the same one.</summary>
    public void Add(string text)
    {
        if (_texts.Count < Most && !_texts.Contains(text))
        {
            _texts.Add(text);
        }
    }

    /// <exception cref="RefusedException">There are problems.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new RefusedException(_texts);
        }
    }
}
