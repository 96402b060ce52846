namespace OkSign.Client;

/// <summary>A dictionary of a PDF: its keys, and their values as they are written.</summary>
internal sealed class PdfDictionary
{
    private const int MaxKeys = 1000;

    private readonly Dictionary<string, PdfValue> _values = new(StringComparer.Ordinal);

    private PdfDictionary()
    {
    }

    /// <summary>The value of a key; null when it is missing or <c>null</c>, which means the same.</summary>
    public PdfValue? this[string key] => _values.TryGetValue(key, out PdfValue value) && !value.IsNull() ? value : null;

    /// <exception cref="PdfNotUnderstoodException">It is malformed, too large, or has a key twice.</exception>
    public static PdfDictionary Parse(ReadOnlyMemory<byte> text)
    {
        var dictionary = new PdfDictionary();
        var tokenizer = new PdfTokenizer(text.Span);
        tokenizer.Next();
        while (tokenizer.Next() == PdfTokenKind.Name)
        {
            string key = PdfValue.ReadName(tokenizer.Token);
            if (!tokenizer.TrySkipValue(out int start))
            {
                throw new PdfNotUnderstoodException("A key of a dictionary lacks its value.");
            }

            dictionary.Add(key, new PdfValue(text.Slice(start, tokenizer.Position - start)));
        }

        return tokenizer.Kind == PdfTokenKind.DictionaryEnd && tokenizer.Position == text.Length
            ? dictionary
            : throw new PdfNotUnderstoodException("A dictionary is malformed.");
    }

    public PdfValue Require(string key) => this[key] ?? throw new PdfNotUnderstoodException($"A dictionary lacks /{key}.");

    public int RequireInteger(string key)
        => Require(key).AsInteger() ?? throw new PdfNotUnderstoodException($"/{key} is not a whole number.");

    public PdfReference RequireReference(string key)
        => Require(key).AsReference() ?? throw new PdfNotUnderstoodException($"/{key} is not a reference.");

    public bool IsOfType(string type) => this["Type"]?.AsName() == type;

    private void Add(string key, PdfValue value)
    {
        // Programs disagree about which of two equal keys counts.
        if (_values.ContainsKey(key) || _values.Count == MaxKeys)
        {
            throw new PdfNotUnderstoodException("A dictionary has a key twice, or too many keys.");
        }

        _values.Add(key, value);
    }
}
