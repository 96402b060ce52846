namespace OkSign.Client;

/// <summary>A file to upload, from a path, a stream or bytes. It is read only when it is sent.</summary>
/// <remarks>
/// Any file can be attached to e-mails (<see cref="EmailAttachmentsClient"/>). A document to sign is a PDF or a Word file, which shows in its
/// content as well as in its name; <see cref="DocumentsClient.UploadAsync"/> refuses others, and also one whose content and name disagree. OKdokument
/// takes Excel files, too.
/// </remarks>
public sealed class OkSignFile
{
    private const int HeadLength = PdfSignature.SearchLength;

    private readonly Func<Stream> _open;
    private readonly Ownership _ownership;
    private int _isClaimed;

    private OkSignFile(string name, long length, ReadOnlySpan<byte> head, Func<Stream> open, Ownership ownership)
    {
        if (length == 0)
        {
            throw new ArgumentException($"{name} is empty.");
        }

        FileType type = DocumentType.Of(name, head, out string? problem) ?? FileType.OfName(name);
        Name = name;
        AsciiName = WireFileName.From(name, type);
        MediaType = type.MediaType;
        Length = length;
        _open = open;
        _ownership = ownership;
        ProblemAsDocument = problem;
        ProblemAsConvertible = DocumentType.IsSpreadsheet(name, head) ? null : problem;
    }

    /// <summary>Whose stream it is that gives the content, and how often it can.</summary>
    private enum Ownership
    {
        /// <summary>Each upload opens its own.</summary>
        OpenedForEachUpload,

        /// <summary>The user's, which one upload after the other can rewind.</summary>
        SharedAndSeekable,

        /// <summary>The user's, which can be read once.</summary>
        SharedAndForwardOnly,
    }

    /// <summary>The file's name as people know it, in any script.</summary>
    public string Name { get; }

    /// <summary>The length in bytes.</summary>
    public long Length { get; }

    /// <summary>
    /// The media type: that of a document by content and name, that of another file by its name's extension;
    /// <c>application/octet-stream</c> when neither tells.
    /// </summary>
    public string MediaType { get; }

    /// <summary>Why it cannot be signed: it is no document, or not the one that its name says. Null when it can.</summary>
    internal string? ProblemAsDocument { get; }

    /// <summary>As <see cref="ProblemAsDocument"/> for a service that takes spreadsheets, too.</summary>
    internal string? ProblemAsConvertible { get; }

    /// <summary>The name in ASCII, which is all that the wire has room for.</summary>
    internal string AsciiName { get; }

    /// <summary>A file on disk. It is opened now to see what it is, and again when it is sent.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="name">The name that signers see, if not the file's own; with its extension.</param>
    /// <exception cref="ArgumentException">The file is empty, or its name is not usable.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static OkSignFile FromPath(string path, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        string fullPath = Path.GetFullPath(path);
        name ??= Path.GetFileName(fullPath);
        WireFileName.Require(name);
        using FileStream file = OpenFile(fullPath);
        return new OkSignFile(name, file.Length, ReadHead(file), () => OpenFile(fullPath), Ownership.OpenedForEachUpload);
    }

    /// <summary>Bytes in memory. They are not copied: do not change them until the upload is done.</summary>
    /// <param name="content">The file.</param>
    /// <param name="name">The name that signers see, with its extension.</param>
    /// <exception cref="ArgumentException">The content is empty, or the name is not usable.</exception>
    public static OkSignFile FromBytes(byte[] content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        WireFileName.Require(name);
        ReadOnlySpan<byte> head = content.AsSpan(0, Math.Min(content.Length, HeadLength));
        return new OkSignFile(name, content.Length, head, () => new MemoryStream(content, writable: false), Ownership.OpenedForEachUpload);
    }

    /// <summary>A stream, from where it stands to its end. It stays yours to dispose, after the upload.</summary>
    /// <remarks>
    /// Its first bytes are read now. A stream that can seek may be uploaded again, one upload after the other; one that cannot,
    /// once. For a stream that must not be read synchronously, such as the body of a request to ASP.NET Core, use
    /// <see cref="FromStreamAsync"/>.
    /// </remarks>
    /// <param name="content">The file.</param>
    /// <param name="name">The name that signers see, with its extension.</param>
    /// <param name="length">How many bytes it has; needed for a stream that cannot seek.</param>
    /// <exception cref="ArgumentException">The content is empty, or its length is not known, or the name is not usable.</exception>
    public static OkSignFile FromStream(Stream content, string name, long? length = null)
    {
        long start = Check(content, name, length);
        return FromStream(content, name, length, start, ReadHead(content));
    }

    /// <summary>
    /// A stream, from where it stands to its end, whose first bytes are read asynchronously. See
    /// <see cref="FromStream(Stream, string, long?)"/>.
    /// </summary>
    /// <param name="content">The file.</param>
    /// <param name="name">The name that signers see, with its extension.</param>
    /// <param name="length">How many bytes it has, such as a request's <c>Content-Length</c>; needed for a stream that cannot seek.</param>
    /// <param name="cancellationToken">Cancels reading the first bytes.</param>
    /// <exception cref="ArgumentException">The content is empty, or its length is not known, or the name is not usable.</exception>
    public static async Task<OkSignFile> FromStreamAsync(
        Stream content,
        string name,
        long? length = null,
        CancellationToken cancellationToken = default)
    {
        long start = Check(content, name, length);
        using var head = new PooledBytes(HeadLength);
        await head.FillAsync(content, HeadLength - 1, cancellationToken).ConfigureAwait(false);
        return FromStream(content, name, length, start, head.Span.ToArray());
    }

    /// <summary>The file's name.</summary>
    public override string ToString() => Name;

    /// <summary>Insists on a PDF or a Word document, which is all that can be signed.</summary>
    /// <exception cref="ArgumentException">It is none, or its content is another than its name says.</exception>
    internal void ThrowIfNoDocument(string parameterName)
    {
        if (ProblemAsDocument is not null)
        {
            throw new ArgumentException(ProblemAsDocument, parameterName);
        }
    }

    /// <summary>Opens the content for one upload, which must dispose of it.</summary>
    /// <exception cref="ArgumentException">The stream is used up, or another upload is reading it.</exception>
    /// <exception cref="IOException">The file cannot be read (any more).</exception>
    /// <exception cref="ObjectDisposedException">The stream was disposed of.</exception>
    internal FileContent OpenContent(string? parameterName = null) => new(MediaType, OpenSource(parameterName));

    /// <summary>Opens the content for one upload, as <see cref="OpenContent"/> does, for a body of another kind.</summary>
    internal FileSource OpenSource(string? parameterName = null) => new(Open(parameterName), Length, Close);

    /// <summary>How large the pages are as people see them, in points. The file can be uploaded afterwards as before.</summary>
    /// <returns>
    /// Null when that is unknown: for a Word document, a stream that can be read only once, and a PDF that is encrypted, damaged or unusual.
    /// </returns>
    /// <exception cref="ArgumentException">An upload is reading the stream.</exception>
    /// <exception cref="IOException">The file cannot be read (any more).</exception>
    /// <exception cref="ObjectDisposedException">The stream was disposed of.</exception>
    internal async Task<IReadOnlyList<PageSize>?> ReadPageSizesAsync(CancellationToken cancellationToken)
    {
        if (MediaType != FileType.Pdf.MediaType || _ownership == Ownership.SharedAndForwardOnly)
        {
            return null;
        }

        Stream stream = Open();
        try
        {
            long start = stream.Position;
            IReadOnlyList<PageSize>? sizes = await PdfPages.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
            stream.Position = start;
            return sizes;
        }
        finally
        {
            Close(stream);
        }
    }

    private static long Check(Stream content, string name, long? length)
    {
        ArgumentNullException.ThrowIfNull(content);
        WireFileName.Require(name);
        long? known = content.CanSeek ? content.Length - content.Position : length;
        if (known is null or < 0)
        {
            throw new ArgumentException(
                "The stream cannot seek, so its length must be given: the service wants to know it beforehand.",
                nameof(length));
        }

        return length is null || length == known
            ? content.CanSeek ? content.Position : 0
            : throw new ArgumentException($"The stream has {known} bytes to its end, not {length}.", nameof(length));
    }

    private static OkSignFile FromStream(Stream content, string name, long? length, long start, byte[] head)
    {
        if (!content.CanSeek)
        {
            return new OkSignFile(name, length!.Value, head, Prefixed, Ownership.SharedAndForwardOnly);
        }

        content.Position = start;
        return new OkSignFile(name, content.Length - start, head, Rewound, Ownership.SharedAndSeekable);

        Stream Prefixed() => new PrefixedStream(head, content, leaveOpen: true);

        Stream Rewound()
        {
            content.Position = start;
            return content;
        }
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

    private Stream Open(string? parameterName = null)
    {
        if (_ownership == Ownership.OpenedForEachUpload)
        {
            return _open();
        }

        if (Interlocked.Exchange(ref _isClaimed, 1) == 1)
        {
            string problem = _ownership == Ownership.SharedAndForwardOnly
                ? $"{Name} comes from a stream that can be read only once, and was."
                : $"{Name} comes from a stream that another upload is reading.";
            throw new ArgumentException(problem, parameterName);
        }

        try
        {
            return _open();
        }
        catch
        {
            Release();
            throw;
        }
    }

    private void Close(Stream stream)
    {
        if (_ownership == Ownership.OpenedForEachUpload)
        {
            stream.Dispose();
        }
        else
        {
            Release();
        }
    }

    private void Release()
    {
        if (_ownership == Ownership.SharedAndSeekable)
        {
            Volatile.Write(ref _isClaimed, 0);
        }
    }
}
