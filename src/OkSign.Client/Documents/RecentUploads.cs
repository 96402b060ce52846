namespace OkSign.Client;

/// <summary>Finds in the list of active documents those that an upload may have made.</summary>
internal static class RecentUploads
{
    /// <summary>How far the clocks of this machine and of the service may differ.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>The documents of that name that were uploaded since then, the newest first. What a row does not tell counts as fitting.</summary>
    public static IReadOnlyList<ActiveDocument> Find(IEnumerable<ActiveDocument> active, string fileName, DateTimeOffset since)
    {
        // The clock's first minutes have nothing before them.
        DateTimeOffset earliest = since - DateTimeOffset.MinValue > ClockTolerance ? since - ClockTolerance : since;
        string[] names = [StemOf(fileName), StemOf(WireFileName.From(fileName, FileType.OfName(fileName)))];
        return
        [
            .. active
                .Where(document => IsUpload(document)
                    && !(document.CreatedAt < earliest)
                    && names.Contains(StemOf(document.FileName ?? ""), StringComparer.OrdinalIgnoreCase))
                .OrderByDescending(static document => document.CreatedAt ?? DateTimeOffset.MaxValue),
        ];
    }

    private static bool IsUpload(ActiveDocument document)
        => document is { Id: not null, IsBriefcase: false, IsTemplate: false } && document.IsUploadedThroughApi != false;

    // A Word document becomes a PDF on the service's side.
    private static string StemOf(string fileName) => Path.GetFileNameWithoutExtension(fileName).Trim();
}
