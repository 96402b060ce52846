using System.Buffers.Text;
using OkSign.Emulator.Documents;
using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.OkDokument;

/// <summary>Reads a file from JSON, where it is base64, or puts it together from a multipart upload.</summary>
internal sealed class IncomingFileReader(OkDokumentEmulatorOptions options)
{
    public const string FileNameName = "filename";
    public const string StateName = "state";

    private const string ContentName = "content";

    // What a Power Automate file has.
    private const string OtherContentName = "$content";

    // Some JSON writers escape "+", which one in 64 characters is, to six characters.
    private const double EscapedBase64 = 1.5;

    /// <summary>How long JSON with a file may be: room for the largest file, and for all that stands beside it.</summary>
    public long JsonLimit => (long)(options.MaxDocumentSize * EscapedBase64) + Http.JsonBody.Limit;

    /// <summary>How long a multipart body may be.</summary>
    public long MultipartLimit => options.MaxDocumentSize + Http.JsonBody.Limit;

    /// <param name="file">The object with the content.</param>
    /// <param name="about">The object with the name and the state, which is another one in one operation.</param>
    /// <returns>Null when there is a problem, which has been noted.</returns>
    /// <exception cref="DokumentRefusedException">The file is too large.</exception>
    public IncomingFile? Read(JsonMembers file, JsonMembers about)
    {
        string name = file.Has(ContentName) ? ContentName : OtherContentName;
        byte[]? content = Decode(file, name, file.RequiredText(name));
        return content is null ? null : Check(content, about.Text(FileNameName), about);
    }

    /// <summary>Judges a file; see <see cref="Read"/>.</summary>
    public IncomingFile? Check(byte[] content, string? fileName, JsonMembers about)
    {
        if (content.Length > options.MaxDocumentSize)
        {
            throw TooLarge();
        }

        if (fileName is not null && FileNames.ProblemOf(fileName) is { } problem)
        {
            about.Problem($"{FileNameName}: {problem}");
        }

        string state = about.Text(StateName) ?? DocumentStates.ToSign;
        if (!DocumentStates.OfUploads.Contains(state))
        {
            about.Problem($"{StateName} must be one of {string.Join(", ", DocumentStates.OfUploads)}");
        }

        return new IncomingFile(content, fileName, state);
    }

    public DokumentRefusedException TooLarge()
        => DokumentRefusedException.BadInput(
            ErrorCodes.FileTooLarge, FormattableString.Invariant($"more than {options.MaxDocumentSize} bytes"));

    // .NET alone would forgive white space.
    private byte[]? Decode(JsonMembers file, string name, string? base64)
    {
        if (base64 is null)
        {
            return null;
        }

        if (base64.Any(char.IsWhiteSpace) || !Base64.IsValid(base64, out int length))
        {
            file.Problem($"{name} is not base64");
            return null;
        }

        return length <= options.MaxDocumentSize ? Convert.FromBase64String(base64) : throw TooLarge();
    }
}
