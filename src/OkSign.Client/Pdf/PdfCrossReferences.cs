namespace OkSign.Client;

/// <summary>Where the objects of a file are, as its cross-reference sections tell, and where its tree of objects begins.</summary>
internal sealed class PdfCrossReferences
{
    /// <summary>131,072 objects, which take 1 MB here.</summary>
    public const int MaxObjects = 128 * 1024;

    private PdfLocation[] _locations = [];

    /// <summary>The newest trailer.</summary>
    public PdfDictionary? Trailer { get; private set; }

    /// <summary>One more than the highest number.</summary>
    public int Size { get; private set; }

    /// <summary>The catalog.</summary>
    public PdfReference Root => Trailer?.RequireReference("Root") ?? throw new PdfNotUnderstoodException("The file has no trailer.");

    /// <summary>Takes a section's trailer; sections come the newest first.</summary>
    public void Add(PdfDictionary trailer)
    {
        if (trailer["Encrypt"] is not null)
        {
            throw new PdfNotUnderstoodException("The file is encrypted.");
        }

        if (Trailer is null)
        {
            Trailer = trailer;
            Size = trailer.RequireInteger("Size");
        }
    }

    /// <summary>Takes where an object is, unless a newer section told it.</summary>
    public void Add(long number, PdfLocation location)
    {
        if (number >= MaxObjects)
        {
            throw new PdfNotUnderstoodException("The file has too many objects.");
        }

        if (number >= _locations.Length)
        {
            Array.Resize(ref _locations, (int)Math.Min(MaxObjects, Math.Max(number + 1, _locations.Length * 2)));
        }

        if (!_locations[number].IsKnown)
        {
            _locations[number] = location;
        }
    }

    public PdfLocation Find(int number) => number < Size && number < _locations.Length ? _locations[number] : PdfLocation.Unused;
}
