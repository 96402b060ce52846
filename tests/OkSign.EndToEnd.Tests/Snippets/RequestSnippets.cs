using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/signature-requests.md.</summary>
internal static class RequestSnippets
{
    public static async Task<(SignatureRequest Sent, Uri Link)> SendAsync(OkSignClient oksign, CancellationToken cancellationToken)
    {
        SignatureRequest sent = await oksign.NewSignatureRequest(OkSignFile.FromPath("contract.pdf"))
            .Signer("Anna Example", "anna@example.com", anna => anna
                .Mobile("+32470000001").ActingAs("CEO").Language(Language.Dutch)
                .Signature(at => at.Page(1).Position(100, 600).Size(150, 50), SigningMethod.Itsme, SigningMethod.Sms)
                .TextField("CITY", at => at.Marker("#CITY#"), field => field.Required()))
            .Signer("Bert Example", "bert@example.com", bert => bert.Signature(at => at.Marker("#SIGN_BERT#")))
            .InOrder()
            .NotifyByEmail(mail => mail.Subject("Please sign").Body("<p>Hello</p>").RemindEvery(days: 3, times: 2))
            .SendAsync(cancellationToken);

        Uri link = sent.Signers[0].SigningUrl;
        return (sent, link);
    }

    public static async Task<SignedDocument> FileAsync(SignatureRequest sent, CancellationToken cancellationToken)
    {
        SignedDocument signed = await sent.WaitUntilSignedAsync(cancellationToken);
        await signed.DownloadAsync("contract.signed.pdf", cancellationToken);
        await signed.DownloadAuditTrailAsync("contract.audit.pdf", cancellationToken);
        return signed;
    }

    public static SignatureRequestBuilder Places(SignatureRequestBuilder request)
    {
        request.Signer("Anna Example", "anna@example.com", anna => anna
            .Signature(at => at.Page(1).Position(100, 600).Size(150, 50))
            .Signature(at => at.Page(1).Position(Distance.Centimetres(2), Distance.Millimetres(15)))
            .Signature(at => at.Page(2).Corner(PageCorner.BottomRight, Distance.Centimetres(2), Distance.Centimetres(2)))
            .Signature(at => at.Marker("#SIGN_ANNA#").Size(180, 60)));
        return request;
    }

    public static SignatureRequestBuilder Paper(SignatureRequestBuilder request)
    {
        request.Signer("Anna Example", "anna@example.com", anna => anna
            .Signature(at => at.Page(1).Corner(PageCorner.BottomLeft, 72, 72).Paper(PageSize.A4)));
        return request;
    }

    public static SignatureRequestBuilder Fields(SignatureRequestBuilder request)
    {
        request.Signer("Anna Example", "anna@example.com", anna => anna
            .TextField("CONTRACT", at => at.Page(1).Position(100, 100).Size(200, 20), field => field.Value("2026-0042").ReadOnly())
            .TextField("IBAN", at => at.Page(1).Position(100, 130).Size(200, 20), field => field.Required().Validate(ValidationFunction.Iban))
            .TextArea("REMARKS", at => at.Page(1).Position(100, 160).Size(300, 80))
            .DateField("START", at => at.Page(1).Position(100, 250).Size(100, 20), field => field.Required())
            .SelectField("COLOUR", ["red", "green"], at => at.Page(1).Position(100, 280).Size(100, 20), field => field.Value("green"))
            .CheckBox("NEWS", at => at.Page(1).Position(100, 310), box => box.Checked())
            .Signature(at => at.Page(1).Position(100, 600), field => field.Name("SIG_ANNA"))
            .Signature(at => at.Page(1).Position(300, 600), field => field.Name("PARAPH").Optional()));
        return request;
    }

    public static SignatureRequestBuilder Methods(SignatureRequestBuilder request)
    {
        request.Signer("Anna Example", anna => anna
            .Signature(at => at.Page(1).Position(100, 500), SigningMethod.Eid, SigningMethod.Itsme)
            .Signature(at => at.Page(1).Position(100, 600), field => field.Allow(new SigningOptions
            {
                Pen = new SigningMethodOptions
                {
                    Identification = new SignerIdentification { Name = "Anna Example", ActingAs = "CEO", IsReadOnly = true, IsRequired = true },
                },
                Sms = new SigningMethodOptions
                {
                    Verification = new SignerVerification { Mobile = new MobileVerification { Numbers = ["+32470000001"], IsReadOnly = true } },
                },
            })));
        return request;
    }

    public static SignatureRequestBuilder Groups(SignatureRequestBuilder request)
    {
        request
            .Signer("Anna Example", "anna@example.com", anna => anna.Group(1).Signature(at => at.Page(1).Position(100, 500)))
            .Signer("Bert Example", "bert@example.com", bert => bert.Group(1).Signature(at => at.Page(1).Position(300, 500)))
            .Signer("Carla Example", "carla@example.com", carla => carla.Group(2).Signature(at => at.Page(1).Position(100, 600)));
        return request;
    }

    public static SignatureRequestBuilder Email(SignatureRequestBuilder request)
    {
        request.NotifyByEmail(mail => mail
            .Subject("Gelieve te ondertekenen").Body("<p>Beste, uw contract is klaar.</p>").Language(Language.Dutch)
            .Sender("Example NV").ReplyTo("office@example.com").Cc("legal@example.com")
            .Attach(OkSignFile.FromPath("terms.pdf"))
            .Delay(TimeSpan.FromHours(1)).RemindEvery(days: 3, times: 2));
        return request;
    }

    public static SignatureRequestBuilder EmailTemplate(SignatureRequestBuilder request)
    {
        request.NotifyByEmail(mail => mail.FromTemplate("Default").Subject("Your contract"));
        return request;
    }

    public static SignatureRequestBuilder TextMessage(SignatureRequestBuilder request)
    {
        request
            .Signer("Carla Example", carla => carla.Mobile("+32470000003").Signature(at => at.Page(1).Position(100, 600), SigningMethod.Sms))
            .Signer("Dirk Example", dirk => dirk.WithoutNotification().Signature(at => at.Page(1).Position(300, 600)))
            .NotifyBySms(sms => sms.Text("Please sign your contract").Language(Language.English).RemindEvery(days: 1, times: 3));
        return request;
    }

    public static SignatureRequestBuilder Document(SignatureRequestBuilder request)
    {
        request
            .DocumentName("Überlassungsvertrag – 2026.pdf")
            .Logo(new Uri("https://www.example.com/logo.png"))
            .AssignTo("owner@example.com")
            .SignedDocumentTo("archive@example.com")
            .SignedDocumentToAccountOnly()
            .CountersignedBy("owner@example.com", owner => owner.Signature(at => at.Page(1).Position(300, 600)));
        return request;
    }

    public static SignatureRequestBuilder Reusable(SignatureRequestBuilder request)
    {
        request
            .Signer("Visitor", visitor => visitor
                .TextField("NAME", at => at.Page(1).Position(100, 100), field => field.Required())
                .Signature(at => at.Page(1).Position(100, 600), SigningMethod.Pen))
            .Reusable();
        return request;
    }

    public static async Task<IReadOnlyList<InputProblem>> ProblemsAsync(SignatureRequestBuilder request)
    {
        try
        {
            await request
                .Signer("Anna Example", "anna.example.com", anna => anna.Mobile("0470 00 00 01").Signature(at => at.Page(9).Position(100, 600)))
                .Signer("Bert Example", "bert@example.com", bert => bert.Signature(at => at.Page(1)))
                .SendAsync();
        }
        catch (OkSignInputException wrong)
        {
            foreach (InputProblem problem in wrong.Problems)
            {
                Console.WriteLine($"{problem.Path}: {problem.Message}");
            }

            return wrong.Problems;
        }

        return [];
    }

    public static async Task<(SourceDocumentId? Stored, string Said)> RefusedAsync(SignatureRequestBuilder request)
    {
        SourceDocumentId? stored = null;
        string said = "";
        try
        {
            await request
                .OnUploaded(document => stored = document)
                .RemoveDocumentIfRefused()
                .SendAsync();
        }
        catch (OkSignIncompleteRequestException incomplete)
        {
            said = incomplete switch
            {
                { MayHaveReachedService: true } => $"Look at {incomplete.DocumentId} before sending again.",
                { WereRemoved: true } => $"Nothing is left. {incomplete.InnerException!.Message}",
                _ => $"{incomplete.DocumentId} is still there. {incomplete.InnerException!.Message}",
            };
        }

        return (stored, said);
    }

    public static async Task<SignatureRequest> ExpressAsync(SignatureRequestBuilder request)
    {
        SignatureRequest sent = await request.SendExpressAsync(new ExpressLinkSettings
        {
            ValidityDays = 7,
            ReturnUrl = new Uri("https://app.example.com/done"),
        });
        return sent;
    }

    public static BriefcaseBuilder BriefcaseAddresses(BriefcaseBuilder briefcase)
    {
        briefcase
            .CallbackUrl(new Uri("https://app.example.com/oksign/callback"))
            .WebhookUrl(new Uri("https://app.example.com/oksign/webhook"));
        return briefcase;
    }

    public static async Task<SentBriefcase> BriefcaseAsync(OkSignClient oksign, OkSignFile contract, OkSignFile carPolicy, CancellationToken cancellationToken)
    {
        SentBriefcase sent = await oksign.NewBriefcase("Hiring pack")
            .Add(oksign.NewSignatureRequest(contract)
                .Signer("Anna Example", "anna@example.com", anna => anna.Signature(at => at.Page(1).Position(100, 600))))
            .Add(oksign.NewSignatureRequest(carPolicy)
                .Signer("Anna Example", "anna@example.com", anna => anna.Signature(at => at.Page(2).Position(100, 600))))
            .NotifyByEmail(mail => mail.Subject("Welcome: please sign"))
            .ReturnUrl(new Uri("https://app.example.com/done"))
            .RemoveDocumentsIfRefused()
            .SendTogetherAsync(cancellationToken);
        return sent;
    }

    public static async Task<IReadOnlyList<SignedDocument>> WaitForBriefcaseAsync(SentBriefcase sent, CancellationToken cancellationToken)
    {
        IReadOnlyList<SignedDocument> signed = await sent.WaitUntilSignedAsync(cancellationToken);
        return signed;
    }

    public static async Task<SignedDocument?> WaitAsync(SignatureRequest sent, CancellationToken cancellationToken)
    {
        var options = new WaitOptions
        {
            Interval = TimeSpan.FromSeconds(5),
            TimeLimit = TimeSpan.FromMinutes(30),
            Progress = new Progress<SigningProgress>(now => Console.WriteLine($"{now.SignaturesPlaced} of {now.SignaturesRequired} {now.Failure?.Message}")),
        };
        try
        {
            return await sent.WaitUntilSignedAsync(options, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    public static async Task<SignedDocument> WaitAfterARestartAsync(OkSignClient oksign, string storedId, CancellationToken cancellationToken)
    {
        var document = new SourceDocumentId(storedId);
        SignedDocument signed = await oksign.WaitUntilSignedAsync(document, cancellationToken: cancellationToken);

        foreach (MetadataField field in signed.Metadata.Fields)
        {
            Console.WriteLine($"{field.Name}: {field.Value?.Text ?? field.Value?.Signature?.SignedBy}");
        }

        return signed;
    }

    public static async Task OpenAsync(SignedDocument signed, Stream archive, CancellationToken cancellationToken)
    {
        await using PdfDownload pdf = await signed.OpenAsync(cancellationToken);
        await pdf.CopyToAsync(archive, cancellationToken);
    }
}
