using OkSign.Client;

namespace AspNetCoreHost.Contracts;

/// <summary>A contract as the database has it.</summary>
public sealed record Contract
{
    /// <summary>Random, so that nobody guesses the address of a contract; also the name of its file.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public ContractState State { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The service that it was sent to; see <see cref="Hosting.ConnectedService"/>.</summary>
    public string? Service { get; init; }

    public DateTimeOffset? SendingSince { get; init; }

    /// <summary>What went wrong the last time, for people to read.</summary>
    public string? Problem { get; init; }

    public string? SourceDocumentId { get; init; }

    public string? SignedDocumentId { get; init; }

    public IReadOnlyList<ContractSigner> Signers { get; init; } = [];

    /// <summary>The invitations that did not arrive.</summary>
    public IReadOnlyList<string> DeliveryProblems { get; init; } = [];

    /// <summary>What the document is called on the way to the service: nothing else has this name, so it can be looked for after a lost answer.</summary>
    public string WireName => $"contract-{Id}.pdf";

    /// <summary>What people see it called as a file. OKSign takes a slash for the end of a folder.</summary>
    public string FileName => $"{Name.Replace('/', '-').Replace('\\', '-')}.pdf";

    public SourceDocumentId? UploadedDocument => SourceDocumentId is null ? null : new SourceDocumentId(SourceDocumentId);

    public SignedDocumentId? SignedCopy => SignedDocumentId is null ? null : new SignedDocumentId(SignedDocumentId);
}
