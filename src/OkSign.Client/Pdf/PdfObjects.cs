namespace OkSign.Client;

/// <summary>Gives the objects of a PDF by their numbers.</summary>
/// <remarks>Keeps one object stream in memory, the last one used: the nodes of a page tree mostly stand side by side.</remarks>
internal sealed class PdfObjects(PdfFile file, PdfCrossReferences references)
{
    private int _streamNumber = -1;
    private PdfObjectStream? _stream;

    /// <summary>How many numbers there are: they are all below this.</summary>
    public int Size => Math.Min(references.Size, PdfCrossReferences.MaxObjects);

    public async Task<PdfDictionary> LoadDictionaryAsync(PdfReference reference)
    {
        PdfValue value = await LoadAsync(reference).ConfigureAwait(false);
        return value.AsDictionary() ?? throw new PdfNotUnderstoodException("An object is not a dictionary.");
    }

    /// <summary>The value itself or, for a reference, the value that it names. <c>null</c> is no value.</summary>
    public async Task<PdfValue?> ResolveAsync(PdfValue? value)
    {
        if (value?.AsReference() is not PdfReference reference)
        {
            return value;
        }

        PdfValue named = await LoadAsync(reference).ConfigureAwait(false);
        return named.AsReference() is not null ? throw new PdfNotUnderstoodException("A reference names another reference.")
            : named.IsNull() ? null
            : named;
    }

    private async Task<PdfValue> LoadAsync(PdfReference reference)
    {
        PdfLocation location = references.Find(reference.Number);
        if (location.Offset is long offset)
        {
            return (await LoadAtAsync(reference, offset).ConfigureAwait(false)).Value;
        }

        if (location.InStream is not (int stream, int index) || reference.Generation != 0)
        {
            throw new PdfNotUnderstoodException("A reference names no object.");
        }

        await OpenStreamAsync(stream).ConfigureAwait(false);
        PdfValue value = _stream!.Find(index, reference.Number, out int length);
        file.Spend(length);
        return value;
    }

    private async Task<PdfIndirectObject> LoadAtAsync(PdfReference reference, long offset)
    {
        PdfIndirectObject found = await PdfIndirectObject.ReadAsync(file, offset).ConfigureAwait(false);
        return found.Id == reference ? found : throw new PdfNotUnderstoodException("Another object stands where an offset leads.");
    }

    private async Task OpenStreamAsync(int number)
    {
        if (number == _streamNumber)
        {
            return;
        }

        PdfIndirectObject owner = await LoadOwnerAsync(number).ConfigureAwait(false);
        PdfDictionary dictionary = owner.ToDictionary();
        int length = await ReadLengthAsync(dictionary).ConfigureAwait(false);
        (_streamNumber, _stream) = (-1, null);
        ReadOnlyMemory<byte> data = await PdfStreamData.ReadAsync(file, owner, length).ConfigureAwait(false);
        (_streamNumber, _stream) = (number, new PdfObjectStream(dictionary, data));
    }

    private Task<PdfIndirectObject> LoadOwnerAsync(int number)
        => references.Find(number).Offset is long offset
            ? LoadAtAsync(new PdfReference(number, 0), offset)
            : throw new PdfNotUnderstoodException("An object stream is missing.");

    // The length may be an object by itself, but not one inside an object stream, of which this may be the one.
    private async Task<int> ReadLengthAsync(PdfDictionary dictionary)
    {
        PdfValue length = dictionary.Require("Length");
        if (length.AsReference() is PdfReference reference)
        {
            long offset = references.Find(reference.Number).Offset ?? throw new PdfNotUnderstoodException("The length of a stream is missing.");
            length = (await LoadAtAsync(reference, offset).ConfigureAwait(false)).Value;
        }

        return length.AsInteger() ?? throw new PdfNotUnderstoodException("The length of a stream is not a whole number.");
    }
}
