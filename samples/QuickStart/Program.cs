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

    // 1. Send the document: who signs where, and in which order. It is streamed from the disk. Every signer gets a link of their own.
    SignatureRequestBuilder request = oksign.NewSignatureRequest(file)
        .Signer("Anna Example", anna => anna
            .ActingAs("managing director")
            .Signature(at => at.Page(arguments.Page).Position(72, 355), SigningMethod.Pen, SigningMethod.Itsme))
        .Signer("Bert Example", bert => bert
            .ActingAs("partner")
            .Signature(at => at.Page(arguments.Page).Position(330, 355), SigningMethod.Pen, SigningMethod.Itsme))
        .InOrder()
        .RemoveDocumentIfRefused();
    SignatureRequest sent = await Terminal.StepAsync($"Sending {file.Name}, {file.Length:N0} bytes", () => request.SendAsync(cancellationToken));
    Terminal.Show(sent.Signers);

    // 2. Wait until both have signed. The emulator's signers do it by script; real ones open their links and take their time.
    var withAPen = new SigningScript { Method = "pen" };
    foreach (RequestedSigner signer in emulator is null ? [] : sent.Signers)
    {
        await Terminal.StepAsync($"{signer.Name} signs", () => emulator!.Signer(signer.SigningUrl).SignAsync(withAPen, cancellationToken));
    }

    var soon = new WaitOptions { Interval = TimeSpan.FromSeconds(5), LongestInterval = TimeSpan.FromSeconds(30) };
    SignedDocument signed = await Terminal.StepAsync("Waiting until everybody has signed", () => sent.WaitUntilSignedAsync(soon, cancellationToken));

    // 3. See what was signed, and by whom.
    Terminal.Show(signed.Metadata);

    // 4. File the signed copy, and the audit trail that proves it.
    string path = Path.Combine(arguments.Folder, Path.GetFileNameWithoutExtension(file.Name));
    await Terminal.StepAsync($"Filing {path}.signed.pdf", () => signed.DownloadAsync($"{path}.signed.pdf", cancellationToken));
    await Terminal.StepAsync($"Filing {path}.audit.pdf", () => signed.DownloadAuditTrailAsync($"{path}.audit.pdf", cancellationToken));

    CreditBalance balance = await oksign.Credits.RetrieveAsync(cancellationToken);
    Terminal.ShowDone(balance);
}
