namespace OkSign.Client.OkDokument;

/// <summary>The form in which a file goes to <c>POST /JSON/upload</c>.</summary>
internal static class MultipartForm
{
    private const string JsonPart = "dataText";
    private const string FilePart = "file";

    public static MultipartFileContent Of(byte[] json, OkSignFile file)
        => new((JsonPart, json), (FilePart, file.Name, file.MediaType), file.OpenSource(nameof(file)), Guid.NewGuid());
}
