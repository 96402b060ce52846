using OkSign.Client;
using OkSign.Emulator;
using QuickStart;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) => { pressed.Cancel = true; stop.Cancel(); };
return await Terminal.RunAsync(args, arguments => SendSignAndFileAsync(arguments, stop.Token), stop.Token);

static async Task SendSignAndFileAsync(Arguments arguments, CancellationToken cancellationToken)
{
    // With a key in OKSIGN_AUTHORIZATION this talks to the real service; without one, to an emulator inside this process.
    await using OkSignEmulator? emulator = arguments.Credentials is null ? await OkSignEmulator.StartAsync(cancellationToken: cancellationToken) : null;
    await using OkSignClient oksign = emulator is null
        ? OkSignClient.Create(arguments.Credentials!, options => options.BaseAddress = arguments.BaseAddress)
        : OkSignClient.Create(OkSignCredentials.Parse(emulator.Authorization), options => options.BaseAddress = emulator.BaseAddress);

    // Better to find out now that the results cannot be kept than when everybody has signed.
    Directory.CreateDirectory(arguments.Folder);
    OkSignFile file = OkSignFile.FromPath(arguments.File);

    // 1. Upload the document. It is streamed from the disk.
    SourceDocumentId document = await Terminal.StepAsync(
        $"Uploading {file.Name}, {file.Length:N0} bytes",
        () => oksign.Documents.UploadAsync(file, cancellationToken));

    // 2. Say who signs where, and in which order. Every signer gets a link of their own.
    SignerId anna = SignerId.Anonymous(1);
    SignerId bert = SignerId.Anonymous(2);
    var descriptor = new FormDescriptor
    {
        FileName = file.Name,
        Fields =
        [
            SignatureField("SIG_ANNA", anna, arguments.PageIndex, x: 72),
            SignatureField("SIG_BERT", bert, arguments.PageIndex, x: 330),
        ],
        Signers =
        [
            new Signer { Id = anna, Name = "Anna Example", ActingAs = "managing director" },
            new Signer { Id = bert, Name = "Bert Example", ActingAs = "partner" },
        ],
        Workflow = [new WorkflowStep { SignerId = anna, Sequence = 1 }, new WorkflowStep { SignerId = bert, Sequence = 2 }],
    };
    IReadOnlyList<SigningLink> links = await Terminal.StepAsync(
        "Describing who signs where",
        () => oksign.FormDescriptors.UploadAsync(document, descriptor, cancellationToken));
    Terminal.Show(links);

    // 3. Wait until both have signed. The emulator's signers do it by script; real ones open their links and take their time.
    var withAPen = new SigningScript { Method = "pen" };
    foreach (SigningLink link in emulator is null ? [] : links)
    {
        await Terminal.StepAsync($"{link.Name} signs", () => emulator!.Signer(link.Url).SignAsync(withAPen, cancellationToken));
    }

    SignedDocumentId signed = await Terminal.StepAsync(
        "Waiting until everybody has signed",
        () => WaitUntilSignedAsync(oksign, document, cancellationToken));

    // 4. See what was signed, and by whom.
    DocumentMetadata metadata = await Terminal.StepAsync(
        "Reading the metadata",
        () => oksign.Metadata.RetrieveAsync(signed, cancellationToken));
    Terminal.Show(metadata);

    // 5. File the signed copy, and the audit trail that proves it.
    string path = Path.Combine(arguments.Folder, Path.GetFileNameWithoutExtension(file.Name));
    await Terminal.StepAsync(
        $"Filing {path}.signed.pdf",
        () => SaveAsync(oksign.Documents.RetrieveAsync(signed, cancellationToken), $"{path}.signed.pdf", cancellationToken));
    await Terminal.StepAsync(
        $"Filing {path}.audit.pdf",
        () => SaveAsync(oksign.AuditTrail.RetrieveAsync(signed, cancellationToken), $"{path}.audit.pdf", cancellationToken));

    CreditBalance balance = await oksign.Credits.RetrieveAsync(cancellationToken);
    Terminal.ShowDone(balance);
}

static FormField SignatureField(string name, SignerId signer, int pageIndex, double x) => new()
{
    InputType = InputType.Signature,
    Name = name,
    SignerId = signer,
    PageIndex = pageIndex,
    X = x,
    Y = 355,
    Width = 150,
    Height = 50,
    IsRequired = true,
    SigningOptions = SigningOptions.Allow(SigningMethod.Pen, SigningMethod.Itsme),
};

static async Task<SignedDocumentId> WaitUntilSignedAsync(OkSignClient oksign, SourceDocumentId document, CancellationToken cancellationToken)
{
    while (true)
    {
        // The signed copy exists from the first signature on; its metadata tell when it has all of them.
        LinkedDocument? linked = await oksign.Documents.RetrieveLinkedAsync(document, cancellationToken);
        if (linked?.SignedDocumentId is { } signed)
        {
            DocumentMetadata metadata = await oksign.Metadata.RetrieveAsync(signed, cancellationToken);
            if (metadata.SignaturesPlaced >= metadata.SignaturesRequired)
            {
                return signed;
            }
        }

        await Task.Delay(TimeSpan.FromSeconds(10), cancellationToken);
    }
}

static async Task SaveAsync(Task<PdfDownload> retrieve, string path, CancellationToken cancellationToken)
{
    await using PdfDownload download = await retrieve;
    await download.SaveAsAsync(path, cancellationToken);
}
