using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/using-the-client.md.</summary>
internal static class UsingTheClientSnippets
{
    public static async Task CreateAsync()
    {
        await using var oksign = OkSignClient.Create(OkSignCredentials.FromEnvironment(), options =>
        {
            options.Retry.MaxRetries = 5;
            options.AttemptTimeout = TimeSpan.FromSeconds(30);
        });
    }

    public static void Register(IServiceCollection services, IConfiguration configuration, string keyOfTenantA)
    {
        services.AddOkSign(configuration.GetSection("OkSign"));
        services.AddKeyedOkSign("tenant-a", options => options.Credentials = OkSignCredentials.Parse(keyOfTenantA));
    }

    public static async Task SaveAsync(OkSignClient oksign, SignedDocumentId signed)
    {
        await using PdfDownload pdf = await oksign.Documents.RetrieveAsync(signed);
        await pdf.SaveAsAsync("contract.signed.pdf");
    }

    public static async Task<SourceDocumentId> UploadAsync(OkSignClient oksign, OkSignFile file)
    {
        SourceDocumentId document;
        try
        {
            document = await oksign.Documents.UploadAsync(file);
        }
        catch (OkSignTransportException failure) when (!failure.MayHaveReachedService)
        {
            document = await oksign.Documents.UploadAsync(file);
        }

        return document;
    }

    public static OkSignClient Mock()
    {
        var oksign = Substitute.For<OkSignClient>();
        var users = Substitute.For<UsersClient>();
        oksign.Users.Returns(users);
        users.RetrieveAsync(Arg.Any<CancellationToken>()).Returns([new AccountUser { Name = "Anna Example" }]);
        return oksign;
    }
}
