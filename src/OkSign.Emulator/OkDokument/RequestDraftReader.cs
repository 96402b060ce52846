using System.Globalization;
using System.Text.Json;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>Reads a signature request. Member names are exact, as the service has both <c>resulturl</c> and <c>sendInfoURL</c>.</summary>
internal sealed class RequestDraftReader(IncomingFileReader files, TimeProvider timeProvider)
{
    public const string RequestIdName = "signatureRequestId";
    public const string ResultUrlName = "resulturl";
    public const string SendInfoUrlName = "sendInfoURL";

    /// <summary>In place of a request id: the file is stored and nothing is signed.</summary>
    public const string StorageOnly = "off";

    private const string FileName = "filedata";
    private const string DocumentIdName = "id";
    private const string ChangeStateName = "changeState";
    private const string ExpirationName = "expirationTime";

    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(10);

    /// <exception cref="RefusedException">Something is wrong with it.</exception>
    /// <exception cref="DokumentRefusedException">The file is too large.</exception>
    public RequestDraft ReadJson(JsonElement json)
    {
        var problems = new Problems();
        var members = new JsonMembers(json, "", problems, exactNames: true);
        IncomingFile? file = members.Object(FileName) is { } fileData ? files.Read(fileData, fileData) : null;
        RequestDraft draft = Read(members, file, hasFile: members.Member(FileName) is not null, problems);
        if (draft.RequestId == StorageOnly)
        {
            problems.Add($"{RequestIdName} can be {StorageOnly} in a multipart upload only");
        }

        problems.ThrowIfAny();
        return draft;
    }

    /// <param name="json">The members beside the file.</param>
    /// <param name="content">The file; null for none.</param>
    /// <param name="fileName">Its name; null for none.</param>
    /// <exception cref="RefusedException">Something is wrong with it.</exception>
    /// <exception cref="DokumentRefusedException">The file is too large.</exception>
    public RequestDraft ReadMultipart(JsonElement json, byte[]? content, string? fileName)
    {
        var problems = new Problems();
        var members = new JsonMembers(json, "", problems, exactNames: true);
        IncomingFile? file =
            content is null ? null : files.Check(content, fileName ?? members.Text(IncomingFileReader.FileNameName), members);
        RequestDraft draft = Read(members, file, hasFile: content is not null, problems);
        if (draft is { RequestId: StorageOnly, File: null })
        {
            problems.Add("there is no file to store");
        }

        problems.ThrowIfAny();
        return draft;
    }

    /// <summary>Reads an address of the caller.</summary>
    public static Uri? Address(JsonMembers members, string name) => WebAddresses.Read(members, name);

    private RequestDraft Read(JsonMembers members, IncomingFile? file, bool hasFile, Problems problems)
    {
        string? documentId = members.Text(DocumentIdName);
        if (hasFile == documentId is not null)
        {
            problems.Add(hasFile ? $"a file and {DocumentIdName} exclude each other" : $"a file or {DocumentIdName} is missing");
        }

        return new RequestDraft
        {
            RequestId = RequestId(members),
            File = file,
            DocumentId = documentId,
            ChangesState = ChangesState(members),
            ResultUrl = Address(members, ResultUrlName),
            SendInfoUrl = Address(members, SendInfoUrlName),
            ExpiresAt = ExpiresAt(members),
            Settings = RoundSettingsReader.Read(members, problems),
        };
    }

    private static string? RequestId(JsonMembers members)
    {
        string? id = members.Text(RequestIdName);
        if (id is not null && !DokumentIds.CanBeRequestId(id))
        {
            members.Problem($"{RequestIdName} must be a UUID");
        }

        return id;
    }

    private static bool ChangesState(JsonMembers members)
    {
        string? state = members.Text(ChangeStateName);
        if (state is not (null or DocumentStates.ToSign))
        {
            members.Problem($"{ChangeStateName} must be {DocumentStates.ToSign}");
        }

        return state is not null;
    }

    private DateTimeOffset? ExpiresAt(JsonMembers members)
    {
        if (members.Member(ExpirationName) is not { } value)
        {
            return null;
        }

        DateTimeOffset now = timeProvider.GetUtcNow();
        if (UnixMilliseconds(value) is not { } milliseconds || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            members.Problem($"{ExpirationName} must be the digits of a Unix time in milliseconds");
            return null;
        }

        var moment = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        if (moment <= now || moment > now + LongestLife)
        {
            members.Problem($"{ExpirationName} must be in the future, at most {LongestLife.Days} days ahead");
        }

        return moment;
    }

    private static long? UnixMilliseconds(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out long digits)
            => digits,
        JsonValueKind.Number when value.TryGetInt64(out long number) && number >= 0 => number,
        _ => null,
    };
}
