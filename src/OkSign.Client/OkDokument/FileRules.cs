namespace OkSign.Client.OkDokument;

/// <summary>What a file must fulfil to be taken by the service.</summary>
internal static class FileRules
{
    private static readonly StoredDocumentState[] StatesForUpload = [StoredDocumentState.ToSign, StoredDocumentState.Tags, StoredDocumentState.ToStamp];

    /// <exception cref="OkSignInputException">Something is wrong.</exception>
    public static void ThrowIfBroken(OkSignFile file, StoredDocumentState? state, long maxDocumentSize, bool isMultipart, string parameterName)
    {
        var problems = new ProblemList();
        Check(file, state, maxDocumentSize, isMultipart, problems);
        problems.ThrowIfAny(parameterName);
    }

    public static void Check(OkSignFile file, StoredDocumentState? state, long maxDocumentSize, bool isMultipart, ProblemList problems)
    {
        if (file.ProblemAsConvertible is { } problem)
        {
            problems.Add("File", problem);
        }
        else if (isMultipart && file.MediaType != FileType.Pdf.MediaType)
        {
            problems.Add("File", $"{file.Name} is no PDF, and only a PDF goes as a multipart form");
        }

        problems.AddUnless(
            file.Length <= maxDocumentSize,
            "File",
            $"{file.Name} has {file.Length} bytes; the service takes at most {maxDocumentSize}");
        problems.AddUnless(
            state is not { } given || Array.IndexOf(StatesForUpload, given) >= 0,
            "State",
            $"{state} is none that an upload may ask for: {string.Join(", ", StatesForUpload)}");
    }
}
