using OkSign.Client;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/briefcases-and-links.md does what it says.</summary>
public sealed class SessionSnippetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Briefcase_FromItsCreationToItsEnd_IsThereAndGone()
    {
        await using Service service = await Service.StartAsync();
        SourceDocumentId contract = await DescribedAsync(service);
        SourceDocumentId carPolicy = await DescribedAsync(service);

        BriefcaseToken token = await SessionSnippets.CreateBriefcaseAsync(service.Client, contract, carPolicy);
        Briefcase briefcase = await SessionSnippets.RetrieveBriefcaseAsync(service.Client, token);
        await SessionSnippets.RemoveBriefcaseAsync(service.Client, token);

        Assert.Equal([contract, carPolicy], briefcase.Documents.Select(document => document.Id));
        Assert.Equal("Hiring pack", briefcase.PackageName);
        await Assert.ThrowsAnyAsync<OkSignException>(() => service.Client.Briefcases.RetrieveAsync(token, Cancel));
        Assert.NotNull(await service.Client.Documents.ExistsAsync(contract, Cancel));
    }

    [Fact]
    public async Task SignExpress_FromItsCreationToItsEnd_IsThereAndGone()
    {
        await using Service service = await Service.StartAsync();
        SourceDocumentId contract = await DescribedAsync(service);

        CreatedSignExpress created = await SessionSnippets.CreateSignExpressAsync(service.Client, contract, Service.Anna);
        await SessionSnippets.RemoveSignExpressAsync(service.Client, created);

        Assert.True(created.Url is not null || created.Token is not null);
        Assert.Contains("SignExpress.create", service.Emulator.Requests.Select(request => request.Operation));
    }

    [Fact]
    public async Task EditorExpress_FromItsCreationToItsEnd_IsThereAndGone()
    {
        await using Service service = await Service.StartAsync();
        SourceDocumentId contract = await DescribedAsync(service);

        CreatedEditorExpress editor = await SessionSnippets.CreateEditorAsync(service.Client, contract);
        FormDescriptor descriptor = await SessionSnippets.ReadFieldsAsync(service.Client, contract);
        await SessionSnippets.RemoveEditorAsync(service.Client, editor);

        Assert.True(editor.Url is not null || editor.Token is not null);
        Assert.Equal(3, descriptor.Fields.Count);
    }

    [Fact]
    public async Task Templates_OfAnAccountWithAReusableDocument_AreTheOnesThatSaySo()
    {
        await using Service service = await Service.StartAsync();
        await DescribedAsync(service);
        SourceDocumentId reusable = await service.UploadAsync();
        await service.Client.FormDescriptors.UploadAsync(reusable, Service.TwoSignersInOrder() with { IsReusable = true, Workflow = null }, Cancel);

        (ActiveDocument[] templates, ActiveDocument[] reusables) = await SessionSnippets.FindTemplatesAsync(service.Client);

        Assert.Empty(templates);
        Assert.Equal(reusable, Assert.Single(reusables).Id);
    }

    private static async Task<SourceDocumentId> DescribedAsync(Service service)
    {
        SourceDocumentId document = await service.UploadAsync();
        await service.Client.FormDescriptors.UploadAsync(document, Service.TwoSignersInOrder(), Cancel);
        return document;
    }
}
