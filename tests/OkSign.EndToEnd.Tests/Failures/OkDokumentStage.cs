using OkSign.Client;
using OkSign.Client.OkDokument;
using OkSign.Emulator;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>What the cells of OKdokument are about, and the client that arranges it and looks.</summary>
internal sealed class OkDokumentStage : IAsyncDisposable
{
    // Half of it is more than a client reads to recognise a PDF.
    private const int LargeDocument = 16 * 1024;

    private readonly Stage _stage;
    private readonly OkSignEmulator _emulator;
    private StoredDocumentId? _stored;
    private SignatureRequestId? _registered;

    public OkDokumentStage(Stage stage, OkSignEmulator emulator)
    {
        (_stage, _emulator) = (stage, emulator);
        Client = OkDokumentClient.Create(new OkDokumentApiKey(Person.ApiKey), options => CellClient.Configure(options, emulator));
    }

    public OkDokumentClient Client { get; }

    /// <summary>The credits that are left.</summary>
    public int Credits => _emulator.OkDokument.AvailableSignatureRequests;

    /// <summary>A request of this cell, by which somebody is invited and gets a code on the phone.</summary>
    public SignatureRequestSettings Invitation(string email)
    {
        var id = SignatureRequestId.New();
        _stage.Keep(id.Value);
        return new SignatureRequestSettings
        {
            SignatureRequestId = id,
            Rules = new SigningRules
            {
                SignAnywhere = true,
                SignerName = Person.Name,
                EmailTo = email,
                EmailFrom = _stage.NextEmail(),
                OpenCodePhone = Person.Mobile,
            },
        };
    }

    /// <summary>A document of this cell that nobody is asked to sign.</summary>
    public Task<StoredDocumentId> StoreAsync() => StoreAsync(Stage.Paper);

    /// <summary>A document; for reading only.</summary>
    public async Task<StoredDocumentId> StoredAsync() => _stored ??= await StoreAsync(Pdf.OfSize(LargeDocument));

    /// <summary>A request of this cell that waits for its signer.</summary>
    public async Task<CreatedSignatureRequest> RegisterAsync()
    {
        CreatedSignatureRequest created = await Client.SignatureRequests.CreateAsync(
            OkSignFile.FromBytes(Stage.Paper, _stage.NextName("contract")),
            Invitation(_stage.NextEmail()),
            Stage.Cancel);
        _stage.Keep(created.DocumentId!.Value.Value);
        return created;
    }

    /// <summary>A request that waits for its signer; for reading only.</summary>
    public async Task<SignatureRequestId> RegisteredAsync() => _registered ??= (await RegisterAsync()).Id;

    /// <summary>Signs, and waits until whoever is to be called has been.</summary>
    /// <returns>Where the signer's browser goes.</returns>
    public async Task<Uri> SignAsync(CreatedSignatureRequest request)
    {
        Uri? address = await _emulator.OkDokument.Signer(request.SigningUrl).SignAsync(cancellationToken: Stage.Cancel);
        await _emulator.CallbacksDeliveredAsync(Stage.Cancel);
        return address!;
    }

    public async Task<int> DocumentsOf(string name) => (await Client.Documents.ListAsync(cancellationToken: Stage.Cancel)).Count(document => document.FileName == name);

    public int InvitationsTo(string email) => _emulator.OkDokument.Messages.Count(message => message.Recipient == email);

    public int CallsTo(Uri address) => _emulator.Callbacks.Count(callback => callback.Address == address);

    public ValueTask DisposeAsync() => Client.DisposeAsync();

    private async Task<StoredDocumentId> StoreAsync(byte[] pdf)
    {
        StoredDocumentId document = await Client.Documents.UploadAsync(OkSignFile.FromBytes(pdf, _stage.NextName("contract")), cancellationToken: Stage.Cancel);
        _stage.Keep(document.Value);
        return document;
    }
}
