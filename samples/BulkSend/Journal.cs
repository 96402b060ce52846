using System.Globalization;
using OkSign.Client;

namespace BulkSend;

/// <summary>
/// Which letter became which document: a line for each, written the moment that it is known. A program that was stopped reads it and goes
/// on where it was, so that nobody gets a letter twice.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const string Uploaded = "uploaded";
    private const string Sent = "sent";

    private readonly object _gate = new();
    private readonly Dictionary<int, string> _states = [];
    private readonly StreamWriter _writer;

    public Journal(string path)
    {
        if (File.Exists(path))
        {
            foreach (string[] cells in File.ReadLines(path).Select(line => line.Split(';')).Where(cells => cells.Length == 3))
            {
                _states[int.Parse(cells[0], CultureInfo.InvariantCulture)] = cells[1];
            }
        }

        _writer = new StreamWriter(path, append: true) { AutoFlush = true };
    }

    /// <summary>Letters whose document was uploaded but not described when the program ended: somebody should look at them.</summary>
    public IReadOnlyList<int> Unfinished
    {
        get
        {
            lock (_gate)
            {
                return [.. _states.Where(state => state.Value == Uploaded).Select(state => state.Key)];
            }
        }
    }

    public bool Knows(Letter letter)
    {
        lock (_gate)
        {
            return _states.ContainsKey(letter.Number);
        }
    }

    public void WriteUploaded(Letter letter, SourceDocumentId document) => Write(letter, Uploaded, document);

    public void WriteSent(Letter letter, SourceDocumentId document) => Write(letter, Sent, document);

    public void Dispose() => _writer.Dispose();

    private void Write(Letter letter, string state, SourceDocumentId document)
    {
        lock (_gate)
        {
            _states[letter.Number] = state;
            _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{letter.Number};{state};{document}"));
        }
    }
}
