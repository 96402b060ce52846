using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/briefcases-and-links.md.</summary>
internal static class SessionSnippets
{
    public static async Task<BriefcaseToken> CreateBriefcaseAsync(OkSignClient oksign, SourceDocumentId contract, SourceDocumentId carPolicy)
    {
        CreatedBriefcase briefcase = await oksign.Briefcases.CreateAsync(new Briefcase
        {
            Documents = [contract, carPolicy],
            PackageName = "Hiring pack",
            ReturnUrl = new Uri("https://app.example.com/done"),
        });
        foreach (SigningLink link in briefcase.Links)
        {
            Console.WriteLine($"{link.Name} signs everything at {link.Url}");
        }

        return briefcase.Token;
    }

    public static async Task<Briefcase> RetrieveBriefcaseAsync(OkSignClient oksign, BriefcaseToken token)
    {
        Briefcase briefcase = await oksign.Briefcases.RetrieveAsync(token);
        Console.WriteLine($"{briefcase.PackageName} has {briefcase.Documents.Count} documents");

        return briefcase;
    }

    public static async Task RemoveBriefcaseAsync(OkSignClient oksign, BriefcaseToken token)
    {
        await oksign.Briefcases.RemoveAsync(token);
    }

    public static async Task<CreatedSignExpress> CreateSignExpressAsync(OkSignClient oksign, SourceDocumentId contract, SignerId anna)
    {
        CreatedSignExpress created = await oksign.SignExpress.CreateAsync(new SignExpressSession
        {
            Documents = [contract],
            SignerId = anna,
            ValidityDays = 7,
            ReturnUrl = new Uri("https://app.example.com/done"),
        });
        Console.WriteLine($"Anna signs at {created.Url}");

        return created;
    }

    public static async Task RemoveSignExpressAsync(OkSignClient oksign, CreatedSignExpress created)
    {
        if (created.Token is { } token)
        {
            SignExpressSession session = await oksign.SignExpress.RetrieveAsync(token);
            Console.WriteLine($"{session.SignerId} had {session.ValidityDays} days");
            await oksign.SignExpress.RemoveAsync(token);
        }
    }

    public static async Task<CreatedEditorExpress> CreateEditorAsync(OkSignClient oksign, SourceDocumentId contract)
    {
        CreatedEditorExpress editor = await oksign.EditorExpress.CreateAsync(new EditorExpressSession
        {
            DocumentId = contract,
            ShowAnonymousSigners = true,
            ShowSigningOptions = true,
        });
        Console.WriteLine($"Place the fields at {editor.Url}");

        return editor;
    }

    public static async Task<FormDescriptor> ReadFieldsAsync(OkSignClient oksign, SourceDocumentId contract)
    {
        FormDescriptor descriptor = await oksign.FormDescriptors.RetrieveAsync(contract);

        return descriptor;
    }

    public static async Task RemoveEditorAsync(OkSignClient oksign, CreatedEditorExpress editor)
    {
        if (editor.Token is { } token)
        {
            EditorExpressSession session = await oksign.EditorExpress.RetrieveAsync(token);
            Console.WriteLine($"The editor was open on {session.DocumentId}");
            await oksign.EditorExpress.RemoveAsync(token);
        }
    }

    public static async Task<(ActiveDocument[] Templates, ActiveDocument[] Reusable)> FindTemplatesAsync(OkSignClient oksign)
    {
        IReadOnlyList<ActiveDocument> active = await oksign.Documents.ListActiveAsync();
        ActiveDocument[] templates = [.. active.Where(document => document.IsTemplate)];
        ActiveDocument[] reusable = [.. active.Where(document => document.IsReusable == true)];

        return (templates, reusable);
    }
}
