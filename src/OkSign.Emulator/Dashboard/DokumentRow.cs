using OkSign.Emulator.OkDokument;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>A document of OKdokument.</summary>
internal sealed record DokumentRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>As the service says it.</summary>
    public required string State { get; init; }

    public required int Pages { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public required string Source { get; init; }

    /// <summary>Where the signed file is; null before there is one.</summary>
    public string? Signed { get; init; }

    /// <summary>The rounds that were signed, oldest first.</summary>
    public required IReadOnlyList<SignedRoundRow> Rounds { get; init; }

    /// <summary>The signature requests, oldest first.</summary>
    public required IReadOnlyList<SignatureRequestRow> Requests { get; init; }

    /// <param name="document">The document.</param>
    /// <param name="requests">Its signature requests.</param>
    /// <param name="clock">Times are shown in the emulator's local time, not in that of the service.</param>
    /// <param name="linkOf">The signing URL of a request.</param>
    public static DokumentRow Of(
        StoredDokument document, IEnumerable<SignatureRequest> requests, Clock clock, Func<string, Uri> linkOf) => new()
        {
            Id = document.Id,
            Name = document.DisplayName,
            State = document.State,
            Pages = document.Pages.Count,
            UploadedAt = clock.Of(document.UploadedAt),
            ModifiedAt = clock.Of(document.ModifiedAt),
            Source = DashboardPaths.SourceOf(document.Id),
            Signed = document.SignedPdf is null ? null : DashboardPaths.SignedOf(document.Id),
            Rounds = [.. document.Rounds.Select(SignedRoundRow.Of)],
            Requests = [.. requests.Select(request => SignatureRequestRow.Of(request, clock, linkOf))],
        };
}
