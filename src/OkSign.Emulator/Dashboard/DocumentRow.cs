using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>A document of OKSign.</summary>
internal sealed record DocumentRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required DocumentProgress Progress { get; init; }

    public required bool IsTemplate { get; init; }

    public required bool IsReusable { get; init; }

    public required int Pages { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required string Source { get; init; }

    public required IReadOnlyList<SignerRow> Signers { get; init; }

    public required IReadOnlyList<SignedCopyRow> Copies { get; init; }

    /// <param name="document">The document.</param>
    /// <param name="linkOf">The signing link behind a token.</param>
    public static DocumentRow Of(StoredDocument document, Func<string, Uri> linkOf) => new()
    {
        Id = document.Id,
        Name = document.FileName,
        Progress = ProgressOf(document),
        IsTemplate = document.IsTemplate,
        IsReusable = document.IsReusable,
        Pages = document.Pages.Count,
        UploadedAt = document.UploadedAt,
        Source = DashboardPaths.File(document.Id),
        Signers = [.. document.Descriptor?.Signers.Select(signer => SignerRow.Of(document, signer, linkOf)) ?? []],
        Copies = [.. document.PresentCopies.Select(copy => SignedCopyRow.Of(document, copy))],
    };

    private static DocumentProgress ProgressOf(StoredDocument document)
        => document.Descriptor is null ? DocumentProgress.WithoutDescriptor
            : document.IsActive ? DocumentProgress.Waiting
            : document.CurrentCopy!.IsRemoved ? DocumentProgress.Closed
            : DocumentProgress.Signed;
}
