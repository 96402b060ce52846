using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of README.md.</summary>
internal static class ReadmeSnippets
{
    public static async Task CreateAsync()
    {
        await using var oksign = OkSignClient.Create(OkSignCredentials.FromEnvironment());
    }

    public static async Task UseItAsync(OkSignClient oksign)
    {
        SourceDocumentId document = await oksign.Documents.UploadAsync(OkSignFile.FromPath("contract.pdf"));
        SignerId anna = SignerId.Anonymous(1);
        IReadOnlyList<SigningLink> links = await oksign.FormDescriptors.UploadAsync(document, new FormDescriptor
        {
            Fields = [new() { InputType = InputType.Signature, Name = "SIG", SignerId = anna, PageIndex = 0, X = 100, Y = 600, Width = 150, Height = 50 }],
            Signers = [new() { Id = anna, Name = "Anna Example", Email = "anna@example.com" }],
        });
        Console.WriteLine($"Anna signs at {links[0].Url}");
    }
}
