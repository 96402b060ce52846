using OkSign.Smoke;

namespace OkSign.Client.AotSmoke;

/// <summary>Briefcases, SignExpress and EditorExpress, from their creation to their removal.</summary>
internal static class SessionStory
{
    public static async Task TellAsync(OkSignClient oksign, Calls calls)
    {
        SourceDocumentId contract = await DescribedAsync(oksign);
        SourceDocumentId policy = await DescribedAsync(oksign);
        await SignExpressAsync(oksign, calls, contract);
        await EditorExpressAsync(oksign, calls, contract);
        await BriefcaseAsync(oksign, calls, contract, policy);
    }

    private static async Task<SourceDocumentId> DescribedAsync(OkSignClient oksign)
    {
        SourceDocumentId document = await oksign.Documents.UploadAsync(Sample.Contract);
        await oksign.FormDescriptors.UploadAsync(document, Sample.TwoSignersInOrder);
        return document;
    }

    private static async Task SignExpressAsync(OkSignClient oksign, Calls calls, SourceDocumentId contract)
    {
        var session = new SignExpressSession { Documents = [contract], SignerId = Sample.Anna, ValidityDays = 7, ReturnUrl = new Uri("https://app.example.com/done") };
        CreatedSignExpress created = await calls.CallAsync("SignExpress.create", () => oksign.SignExpress.CreateAsync(session), created => created.Token is not null);
        SignExpressToken token = created.Token!.Value;
        await calls.CallAsync("SignExpress.retrieve", () => oksign.SignExpress.RetrieveAsync(token), answer => answer.SignerId == Sample.Anna && answer.ValidityDays == 7);
        await calls.CallAsync("SignExpress.remove", () => oksign.SignExpress.RemoveAsync(token));
    }

    private static async Task EditorExpressAsync(OkSignClient oksign, Calls calls, SourceDocumentId contract)
    {
        var session = new EditorExpressSession { DocumentId = contract, ShowSigningOptions = true };
        CreatedEditorExpress created = await calls.CallAsync("EditorExpress.create", () => oksign.EditorExpress.CreateAsync(session), created => created.Token is not null);
        EditorExpressToken token = created.Token!.Value;
        await calls.CallAsync("EditorExpress.retrieve", () => oksign.EditorExpress.RetrieveAsync(token), answer => answer.DocumentId == contract && answer.ShowSigningOptions == true);
        await calls.CallAsync("EditorExpress.remove", () => oksign.EditorExpress.RemoveAsync(token));
    }

    private static async Task BriefcaseAsync(OkSignClient oksign, Calls calls, SourceDocumentId contract, SourceDocumentId policy)
    {
        var briefcase = new Briefcase { Documents = [contract, policy], PackageName = "Hiring pack" };
        CreatedBriefcase created = await calls.CallAsync("Briefcase.create", () => oksign.Briefcases.CreateAsync(briefcase), created => created.Links.Count == 2);
        await calls.CallAsync("Briefcase.retrieve", () => oksign.Briefcases.RetrieveAsync(created.Token), answer => answer.PackageName == "Hiring pack" && answer.Documents.Count == 2);
        await calls.CallAsync("Briefcase.remove", () => oksign.Briefcases.RemoveAsync(created.Token));
    }
}
