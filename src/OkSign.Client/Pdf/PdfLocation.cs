namespace OkSign.Client;

/// <summary>Where an object is, in eight bytes: there may be a hundred thousand of these.</summary>
internal readonly record struct PdfLocation
{
    public const long MaxOffset = long.MaxValue >> KindBits;

    private const int KindBits = 2;
    private const int IndexBits = 20;
    private const long UnusedKind = 1;
    private const long OffsetKind = 2;
    private const long ObjectStreamKind = 3;
    private const long KindMask = 3;

    private readonly long _packed;

    private PdfLocation(long value, long kind) => _packed = (value << KindBits) | kind;

    /// <summary>A number that is not in use (any more).</summary>
    public static PdfLocation Unused { get; } = new(0, UnusedKind);

    /// <summary>Whether anything is known; not so for the default value.</summary>
    public bool IsKnown => _packed != 0;

    /// <summary>For an object that stands in the file by itself.</summary>
    public long? Offset => Kind == OffsetKind ? Value : null;

    /// <summary>For an object inside an object stream: that stream's number, and the object's place in it.</summary>
    public (int Stream, int Index)? InStream
        => Kind == ObjectStreamKind ? ((int)(Value >> IndexBits), (int)(Value & ((1 << IndexBits) - 1))) : null;

    private long Kind => _packed & KindMask;

    private long Value => _packed >> KindBits;

    public static PdfLocation At(long offset)
        => offset <= MaxOffset ? new(offset, OffsetKind) : throw new PdfNotUnderstoodException("An offset leads out of the file.");

    public static PdfLocation In(long stream, long index)
        => stream < PdfCrossReferences.MaxObjects && index < 1 << IndexBits
            ? new((stream << IndexBits) | index, ObjectStreamKind)
            : throw new PdfNotUnderstoodException("The place of an object in an object stream is impossible.");
}
