using OkSign.Client;
using OkSign.Emulator;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/signature-requests.md does what it says.</summary>
[Collection(nameof(CurrentFolder))]
public sealed class RequestSnippetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_FromSendingToFiling_IsSignedInOrderAndFiled()
    {
        await using Service service = await Service.StartAsync();
        await CurrentFolder.InEmptyOneAsync(async () =>
        {
            await File.WriteAllBytesAsync("contract.pdf", Pdf.WithPages("#CITY# and #SIGN_BERT#"), Cancel);

            (SignatureRequest sent, Uri link) = await RequestSnippets.SendAsync(service.Client, Cancel);
            SentMessage mail = Assert.Single(service.Emulator.Messages);
            await service.Emulator.Signer(link).SignAsync(new SigningScript { Values = new Dictionary<string, string> { ["CITY"] = "Ghent" } }, Cancel);
            await service.Emulator.Signer(sent.Signers[1].SigningUrl).SignAsync(cancellationToken: Cancel);
            SignedDocument signed = await RequestSnippets.FileAsync(sent, Cancel);

            Assert.Equal(("anna@example.com", "Please sign", "NL"), (mail.Recipient, mail.Subject, mail.Language?.ToUpperInvariant()));
            Assert.Equal(sent.DocumentId, signed.SourceId);
            Assert.Equal("Ghent", signed.Metadata.Fields.Single(field => field.Name == "CITY").Value?.Text);
            Assert.All(["contract.signed.pdf", "contract.audit.pdf"], file => Assert.NotEmpty(Pdf.PageTextsOf(File.ReadAllBytes(file))));
        });
    }

    [Fact]
    public async Task Places_OfEachKind_AreTheOnesOfTheService()
    {
        FormDescriptor descriptor = await DescribedAsync(RequestSnippets.Places);

        Assert.Equal([0, 0, 1, null], descriptor.Fields.Select(field => field.PageIndex));
        Assert.Equal([100, 57, 388], descriptor.Fields.Take(3).Select(field => Math.Round(field.X!.Value)));
        Assert.Equal([600, 43, 735], descriptor.Fields.Take(3).Select(field => Math.Round(field.Y!.Value)));
        Assert.Equal("#SIGN_ANNA#", descriptor.Fields[3].Marker);
    }

    [Fact]
    public async Task Paper_OfAWordDocument_PlacesItsCorner()
    {
        FormDescriptor descriptor = await DescribedAsync(RequestSnippets.Paper, OkSignFile.FromBytes(Word.WithParagraphs("Contract"), "contract.docx"));

        Assert.Equal(720, Math.Round(Assert.Single(descriptor.Fields).Y!.Value));
    }

    [Fact]
    public async Task Fields_OfEachKind_AreTheOnesOfTheService()
    {
        FormDescriptor descriptor = await DescribedAsync(RequestSnippets.Fields);

        Assert.Equal(
            [InputType.Text, InputType.Text, InputType.TextArea, InputType.Date, InputType.Select, InputType.CheckBox, InputType.Signature, InputType.Signature],
            descriptor.Fields.Select(field => field.InputType));
        Assert.Equal(["CONTRACT", "IBAN", "REMARKS", "START", "COLOUR", "NEWS", "SIG_ANNA", "PARAPH"], descriptor.Fields.Select(field => field.Name));
        Assert.True(descriptor.Fields[6].IsRequired);
        Assert.NotEqual(true, descriptor.Fields[7].IsRequired);
    }

    [Fact]
    public async Task Methods_ShortAndLong_AreTheOnesOfTheService()
    {
        FormDescriptor descriptor = await DescribedAsync(RequestSnippets.Methods);

        SigningOptions brief = descriptor.Fields[0].SigningOptions!;
        SigningOptions detailed = descriptor.Fields[1].SigningOptions!;
        Assert.True(brief is { Eid: not null, Itsme: not null, Pen: null });
        Assert.Equal("CEO", detailed.Pen!.Identification!.ActingAs);
        Assert.Equal(["+32470000001"], detailed.Sms!.Verification!.Mobile!.Numbers);
    }

    [Fact]
    public async Task Groups_OfTwoAndOne_AreTheOrder()
    {
        FormDescriptor descriptor = await DescribedAsync(RequestSnippets.Groups);

        Assert.Equal([1, 1, 2], descriptor.Workflow!.Select(step => step.Sequence));
    }

    [Fact]
    public async Task Email_WithEverything_ArrivesInTimeAndReminds()
    {
        await using Service service = await Service.StartAsync();
        await CurrentFolder.InEmptyOneAsync(async () =>
        {
            await File.WriteAllBytesAsync("terms.pdf", Pdf.WithPages("Terms"), Cancel);

            await RequestSnippets.Email(Simple(service)).SendAsync(Cancel);
        });

        Assert.Empty(service.Emulator.Messages);
        service.Clock.Advance(TimeSpan.FromHours(1));
        SentMessage mail = Assert.Single(service.Emulator.Messages);
        Assert.Equal(("Gelieve te ondertekenen", "Example NV", "office@example.com"), (mail.Subject, mail.Sender, mail.ReplyTo));
        Assert.Equal(("legal@example.com", "terms.pdf"), (Assert.Single(mail.Cc), Assert.Single(mail.Attachments).FileName));
        service.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(2, service.Emulator.Messages.Count(message => message.IsReminder));
    }

    [Fact]
    public async Task EmailTemplate_OfTheAccount_GivesWhatIsNotSetHere()
    {
        await using Service service = await Service.StartAsync();

        await RequestSnippets.EmailTemplate(Simple(service)).SendAsync(Cancel);

        SentMessage mail = Assert.Single(service.Emulator.Messages);
        Assert.Equal("Your contract", mail.Subject);
        Assert.Contains("waits for your signature", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TextMessage_OfTwoSigners_GoesToTheOneWhoIsNotified()
    {
        await using Service service = await Service.StartAsync();

        SignatureRequest sent = await RequestSnippets.TextMessage(New(service)).SendAsync(Cancel);

        SentMessage message = Assert.Single(service.Emulator.Messages);
        Assert.Equal((MessageKind.Sms, "+32470000003"), (message.Kind, message.Recipient));
        Assert.Equal(["Carla Example", "Dirk Example"], sent.Signers.Select(signer => signer.Name));
    }

    [Fact]
    public async Task Document_WithAllSettings_IsTheOneOfTheService()
    {
        FormDescriptor descriptor = await DescribedAsync(request => RequestSnippets.Document(request).Signer("Anna Example", Signs));

        Assert.Equal("Überlassungsvertrag – 2026.pdf", descriptor.FileName);
        Assert.Equal(("owner@example.com", "archive@example.com", true), (descriptor.AssignTo, descriptor.SendToMeEmail, descriptor.SendToMeOnly));
        Assert.StartsWith("https://www.example.com/logo", descriptor.Logo, StringComparison.Ordinal);
        Assert.Contains(descriptor.Fields, field => field.SignerId.Value == "bt_11111111-0000-0000-0000-000000000001");
    }

    [Fact]
    public async Task Reusable_SignedTwice_IsThere()
    {
        await using Service service = await Service.StartAsync();

        SignatureRequest sent = await RequestSnippets.Reusable(New(service)).SendAsync(Cancel);

        var script = new SigningScript { Values = new Dictionary<string, string> { ["NAME"] = "Visitor" } };
        await service.Emulator.Signer(sent.Signers[0].SigningUrl).SignAsync(script, Cancel);
        await service.Emulator.Signer(sent.Signers[0].SigningUrl).SignAsync(script, Cancel);
    }

    [Fact]
    public async Task Problems_OfAWrongRequest_AreToldTogetherAndNothingIsSent()
    {
        await using Service service = await Service.StartAsync();

        IReadOnlyList<InputProblem> problems = await RequestSnippets.ProblemsAsync(New(service));

        Assert.Equal(
            ["Signers[0].Email", "Signers[0].Mobile", "Signers[0].Fields[0].Page", "Signers[1].Fields[0]"],
            problems.Select(problem => problem.Path));
        Assert.Empty(service.Emulator.Requests);
        string page = await File.ReadAllTextAsync(Repository.PathOf("docs/signature-requests.md"), Cancel);
        Assert.All(problems, problem => Assert.Contains(problem.ToString(), page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refused_AfterTheUpload_IsRemovedAndWasStored()
    {
        await using Service service = await Service.StartAsync();

        // The page cannot know that the service does not find this text.
        (SourceDocumentId? stored, string said) = await RequestSnippets.RefusedAsync(
            New(service).Signer("Anna Example", anna => anna.Signature(at => at.Marker("#NOWHERE#"))));

        Assert.StartsWith("Nothing is left. FormDesc.upload", said, StringComparison.Ordinal);
        Assert.Null(await service.Client.Documents.ExistsAsync(stored!.Value, Cancel));
    }

    [Fact]
    public async Task Express_SentAndSigned_HasALinkOfItsOwn()
    {
        await using Service service = await Service.StartAsync();

        SignatureRequest sent = await RequestSnippets.ExpressAsync(Simple(service));

        Assert.Contains("SignExpress.create", service.Emulator.Requests.Select(request => request.Operation));
        await service.Emulator.Signer(sent.Signers[0].SigningUrl).SignAsync(cancellationToken: Cancel);
    }

    [Fact]
    public async Task Briefcase_SentAndSigned_GivesBothDocuments()
    {
        await using Service service = await Service.StartAsync();

        SentBriefcase sent = await RequestSnippets.BriefcaseAsync(service.Client, Contract(), Contract(), Cancel);
        await service.Emulator.Signer(sent.Signers[0].SigningUrl).SignAsync(cancellationToken: Cancel);
        IReadOnlyList<SignedDocument> signed = await RequestSnippets.WaitForBriefcaseAsync(sent, Cancel);

        Assert.Equal(sent.Documents, signed.Select(document => document.SourceId));
        Assert.Equal("Welcome: please sign", Assert.Single(service.Emulator.Messages).Subject);
    }

    [Fact]
    public async Task Briefcase_WithAddresses_KeepsThem()
    {
        await using Service service = await Service.StartAsync();
        BriefcaseBuilder briefcase = RequestSnippets.BriefcaseAddresses(service.Client.NewBriefcase("Pack").Add(Simple(service)));

        SentBriefcase sent = await briefcase.SendTogetherAsync(Cancel);

        Briefcase kept = await service.Client.Briefcases.RetrieveAsync(sent.Token, Cancel);
        Assert.Equal(("/oksign/callback", "/oksign/webhook"), (kept.CallbackUrl?.AbsolutePath, kept.WebhookUrl?.AbsolutePath));
    }

    [Fact]
    public async Task Wait_ForASignedDocument_GivesItAlsoAfterARestart()
    {
        await using Service service = await Service.StartAsync();
        SignatureRequest sent = await Simple(service).SendAsync(Cancel);
        await service.Emulator.Signer(sent.Signers[0].SigningUrl).SignAsync(cancellationToken: Cancel);

        SignedDocument? waited = await RequestSnippets.WaitAsync(sent, Cancel);
        SignedDocument again = await RequestSnippets.WaitAfterARestartAsync(service.Client, sent.DocumentId.Value, Cancel);
        using var archive = new MemoryStream();
        await RequestSnippets.OpenAsync(again, archive, Cancel);

        Assert.Equal(again.Id, waited?.Id);
        Assert.NotEmpty(Pdf.PageTextsOf(archive.ToArray()));
    }

    private static OkSignFile Contract() => OkSignFile.FromBytes(Pdf.WithPages("#SIGN_ANNA#", "Second page"), "contract.pdf");

    private static SignatureRequestBuilder New(Service service) => service.Client.NewSignatureRequest(Contract());

    private static SignatureRequestBuilder Simple(Service service) => New(service).Signer("Anna Example", "anna@example.com", Signs);

    private static void Signs(SignerBuilder signer) => signer.Signature(at => at.Page(1).Position(100, 600));

    /// <summary>What the service says of a request that was sent.</summary>
    private static async Task<FormDescriptor> DescribedAsync(Func<SignatureRequestBuilder, SignatureRequestBuilder> describe, OkSignFile? file = null)
    {
        await using Service service = await Service.StartAsync();
        SignatureRequest sent = await describe(service.Client.NewSignatureRequest(file ?? Contract())).SendAsync(Cancel);
        return await service.Client.FormDescriptors.RetrieveAsync(sent.DocumentId, Cancel);
    }
}
