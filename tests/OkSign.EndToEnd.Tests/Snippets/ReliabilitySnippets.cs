using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/reliability.md.</summary>
internal static class ReliabilitySnippets
{
    public static async Task<SourceDocumentId?> UploadAsync(OkSignClient oksign, OkSignFile file, string fileName)
    {
        DateTimeOffset began = DateTimeOffset.UtcNow;
        SourceDocumentId? document;
        try
        {
            document = await oksign.Documents.UploadAsync(file);
        }
        catch (OkSignException failure) when (failure.MayHaveReachedService)
        {
            IReadOnlyList<ActiveDocument> found = await oksign.Documents.FindRecentUploadAsync(fileName, began);
            document = found.Count switch
            {
                0 => await oksign.Documents.UploadAsync(file),
                1 => found[0].Id,
                _ => null, // Somebody should look which one it is.
            };
        }

        return document;
    }

    public static OkSignClient Patience(OkSignCredentials credentials)
    {
        var oksign = OkSignClient.Create(credentials, options =>
        {
            options.Retry.MaxRetries = 5;
            options.Retry.BaseDelay = TimeSpan.FromSeconds(2);
            options.Retry.MaxDelay = TimeSpan.FromMinutes(1);
            options.Retry.Budget = TimeSpan.FromMinutes(10);
            options.AttemptTimeout = TimeSpan.FromSeconds(60);
            options.IdleTimeout = TimeSpan.FromSeconds(20);
        });

        return oksign;
    }
}
