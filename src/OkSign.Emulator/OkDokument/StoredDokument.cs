using System.Collections.Immutable;
using OkSign.Emulator.Pdf;

namespace OkSign.Emulator.OkDokument;

/// <summary>A document at one moment. Immutable: the account replaces it.</summary>
internal sealed record StoredDokument
{
    public required string Id { get; init; }

    /// <summary>The place in the order of uploads.</summary>
    public required long Number { get; init; }

    /// <summary>As it was given; null when it was not.</summary>
    public string? GivenName { get; init; }

    /// <summary>With the suffix of a PDF.</summary>
    public required string FileName { get; init; }

    /// <summary>As it was uploaded or converted.</summary>
    public required byte[] Source { get; init; }

    public required IReadOnlyList<PageSize> Pages { get; init; }

    public required IReadOnlyList<DokumentField> Fields { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>When the search for tags ends; null when there is none.</summary>
    public DateTimeOffset? TagsUntil { get; init; }

    public ImmutableList<SigningRound> Rounds { get; init; } = [];

    /// <summary>What the fields other than signatures hold since the first round; later rounds cannot change it.</summary>
    public ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>With the signatures of all rounds; null before the first one.</summary>
    public byte[]? SignedPdf { get; init; }

    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>The request whose round ended last.</summary>
    public string? LastRequestId { get; init; }

    public byte[] Pdf => SignedPdf ?? Source;

    /// <summary>What people call it.</summary>
    public string DisplayName => GivenName ?? Id;

    /// <summary>The name for the result URL, without suffix.</summary>
    public string BareName => GivenName is null ? Id : Path.GetFileNameWithoutExtension(FileName);

    /// <summary>Whether no round waits to be signed and the last one was.</summary>
    public bool IsSigned => State == DocumentStates.Signed || (State == DocumentStates.SendInfoFailed && EndedSigned);

    /// <summary>Whether the last round ended with Submit and not with Cancel.</summary>
    public bool EndedSigned { get; init; }

    public bool IsSignedField(string name) => Rounds.Any(round => round.Signatures.Any(signature => signature.FieldName == name));

    /// <summary>The document in another state, as of now.</summary>
    public StoredDokument In(string state, DateTimeOffset now) => this with { State = state, ModifiedAt = now };
}
