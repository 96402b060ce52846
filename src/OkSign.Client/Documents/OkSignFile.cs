namespace OkSign.Client;

/// <summary>A document to upload: a PDF or a Word file, from a path, a stream or bytes. It is read only when it is sent.</summary>
/// <remarks>What the file is shows in its content as well as in its name; when the two disagree, it is refused.</remarks>
public sealed class OkSignFile
{
    private const int HeadLength = PdfSignature.SearchLength;

    private readonly Func<Stream> _open;
    private readonly bool _isReusable;
    private readonly bool _leaveOpen;
    private int _timesOpened;

    private OkSignFile(string name, long length, ReadOnlySpan<byte> head, Func<Stream> open, bool isReusable, bool leaveOpen)
    {
        if (length == 0)
        {
            throw new ArgumentException($"{name} is empty.");
        }

        var kind = DocumentKind.Of(name, head);
        Name = name;
        AsciiName = WireFileName.From(name, kind);
        MediaType = kind.MediaType;
        Length = length;
        _open = open;
        _isReusable = isReusable;
        _leaveOpen = leaveOpen;
    }

    /// <summary>The file's name as people know it, in any script.</summary>
    public string Name { get; }

    /// <summary>The length in bytes.</summary>
    public long Length { get; }

    /// <summary>The media type, recognised by content and name.</summary>
    public string MediaType { get; }

    /// <summary>The name in ASCII, which is all that the wire has room for.</summary>
    internal string AsciiName { get; }

    /// <summary>Whether the content can be read (again).</summary>
    internal bool CanBeRead => _isReusable || _timesOpened == 0;

    /// <summary>A file on disk. It is opened now to see what it is, and again when it is sent.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="name">The name that signers see, if not the file's own.</param>
    /// <exception cref="ArgumentException">The file is empty, or neither a PDF nor a Word document, or its name is not usable.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static OkSignFile FromPath(string path, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        string fullPath = Path.GetFullPath(path);
        using FileStream file = OpenFile(fullPath);
        return new OkSignFile(
            WireFileName.Require(name ?? Path.GetFileName(fullPath)),
            file.Length,
            ReadHead(file),
            () => OpenFile(fullPath),
            isReusable: true,
            leaveOpen: false);
    }

    /// <summary>Bytes in memory. They are not copied: do not change them until the upload is done.</summary>
    /// <param name="content">The document.</param>
    /// <param name="name">The name that signers see, with its extension.</param>
    /// <exception cref="ArgumentException">The content is empty, or neither a PDF nor a Word document, or the name is not usable.</exception>
    public static OkSignFile FromBytes(byte[] content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new OkSignFile(
            WireFileName.Require(name),
            content.Length,
            content.AsSpan(0, Math.Min(content.Length, HeadLength)),
            () => new MemoryStream(content, writable: false),
            isReusable: true,
            leaveOpen: false);
    }

    /// <summary>A stream, from where it stands to its end. It stays yours to dispose, after the upload.</summary>
    /// <param name="content">The document. If it cannot seek, its first bytes are read now and it can be uploaded once.</param>
    /// <param name="name">The name that signers see, with its extension.</param>
    /// <param name="length">How many bytes it has; needed for a stream that cannot seek.</param>
    /// <exception cref="ArgumentException">The content is empty, or neither a PDF nor a Word document, or its length is not known, or the name is not usable.</exception>
    public static OkSignFile FromStream(Stream content, string name, long? length = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        WireFileName.Require(name);
        return content.CanSeek ? FromSeekable(content, name, length) : FromForwardOnly(content, name, length);
    }

    /// <summary>The file's name.</summary>
    public override string ToString() => Name;

    internal Stream Open()
    {
        bool isFirst = Interlocked.Increment(ref _timesOpened) == 1;
        return isFirst || _isReusable ? _open() : throw new InvalidOperationException("The stream was read already and cannot seek.");
    }

    internal void Close(Stream stream)
    {
        if (!_leaveOpen)
        {
            stream.Dispose();
        }
    }

    private static OkSignFile FromSeekable(Stream content, string name, long? length)
    {
        long start = content.Position;
        if (length is { } announced && announced != content.Length - start)
        {
            throw new ArgumentException($"The stream has {content.Length - start} bytes to its end, not {announced}.", nameof(length));
        }

        byte[] head = ReadHead(content);
        content.Position = start;
        return new OkSignFile(name, content.Length - start, head, Rewound, isReusable: true, leaveOpen: true);

        Stream Rewound()
        {
            content.Position = start;
            return content;
        }
    }

    private static OkSignFile FromForwardOnly(Stream content, string name, long? length)
    {
        if (length is not { } known || known < 0)
        {
            throw new ArgumentException(
                "The stream cannot seek, so its length must be given: the service wants to know it beforehand.",
                nameof(length));
        }

        byte[] head = ReadHead(content);
        return new OkSignFile(name, known, head, () => new PrefixedStream(head, content, leaveOpen: true), isReusable: false, leaveOpen: true);
    }

    private static FileStream OpenFile(string path)
        => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true);

    private static byte[] ReadHead(Stream stream)
    {
        byte[] head = new byte[HeadLength];
        int length = 0;
        int read;
        do
        {
            read = stream.Read(head, length, head.Length - length);
            length += read;
        }
        while (read > 0 && length < head.Length);

        Array.Resize(ref head, length);
        return head;
    }
}
