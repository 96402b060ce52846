namespace OkSign.Client;

/// <summary>A type of file: how its name ends and what its media type is.</summary>
internal sealed record FileType(string Extension, string MediaType)
{
    public static readonly FileType Pdf = new(".pdf", "application/pdf");
    public static readonly FileType Doc = new(".doc", "application/msword");
    public static readonly FileType Docx = new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    public static readonly FileType Xls = new(".xls", "application/vnd.ms-excel");
    public static readonly FileType Xlsx = new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /// <summary>What nothing is known of; it has no extension of its own, so a name keeps the one it has.</summary>
    public static readonly FileType Unknown = new("", "application/octet-stream");

    // What people attach to an e-mail. The service's own list is not known; another type goes as unknown.
    private static readonly FileType[] Known =
    [
        Pdf,
        Doc,
        Docx,
        Xls,
        Xlsx,
        new(".ppt", "application/vnd.ms-powerpoint"),
        new(".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        new(".odt", "application/vnd.oasis.opendocument.text"),
        new(".ods", "application/vnd.oasis.opendocument.spreadsheet"),
        new(".odp", "application/vnd.oasis.opendocument.presentation"),
        new(".rtf", "application/rtf"),
        new(".txt", "text/plain"),
        new(".csv", "text/csv"),
        new(".html", "text/html"),
        new(".xml", "application/xml"),
        new(".json", "application/json"),
        new(".ics", "text/calendar"),
        new(".vcf", "text/vcard"),
        new(".eml", "message/rfc822"),
        new(".zip", "application/zip"),
        new(".png", "image/png"),
        new(".jpg", "image/jpeg"),
        new(".jpeg", "image/jpeg"),
        new(".gif", "image/gif"),
        new(".bmp", "image/bmp"),
        new(".tif", "image/tiff"),
        new(".tiff", "image/tiff"),
        new(".webp", "image/webp"),
        new(".heic", "image/heic"),
        new(".svg", "image/svg+xml"),
    ];

    /// <summary>What a file is by its name alone.</summary>
    public static FileType OfName(string name) => Array.Find(Known, type => type.IsOf(name)) ?? Unknown;

    /// <summary>Whether a name ends as names of this type do.</summary>
    public bool IsOf(string name) => name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);
}
