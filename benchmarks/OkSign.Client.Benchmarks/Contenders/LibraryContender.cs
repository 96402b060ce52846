using System.Threading.RateLimiting;

namespace OkSign.Client.Benchmarks;

/// <summary>OkSign.Client with everything on: retries, limits, time limits, typed errors, the PDF check.</summary>
internal sealed class LibraryContender : IContender
{
    private readonly OkSignClient _client;
    private readonly SourceDocumentId _document = new(CannedAnswers.IdOf(1));
    private readonly Lazy<FormDescriptor> _descriptor = new(CreateDescriptor);

    public LibraryContender(Uri address, bool keepsUploadPace)
        => _client = OkSignClient.Create(OkSignCredentials.Parse(Contender.Key), options =>
        {
            options.BaseAddress = address;
            options.MaxDocumentSize = long.MaxValue;

            // The service gives its list once in three minutes; nobody could measure at that pace.
            options.UseRateLimiter("Documents.active", null);
            if (!keepsUploadPace)
            {
                options.UseRateLimiter("Document.upload", new ConcurrencyLimiter(new() { PermitLimit = int.MaxValue }));
            }
        });

    public async Task<int> ReadSmallAsync() => (await _client.Users.RetrieveAsync()).Count;

    public async Task<int> UploadDescriptorAsync() => (await _client.FormDescriptors.UploadAsync(_document, _descriptor.Value)).Count;

    public async Task<int> ListAsync() => (await _client.Documents.ListActiveAsync()).Count;

    public async Task<long> UploadAsync(string path)
        => CannedAnswers.LengthOf((await _client.Documents.UploadAsync(OkSignFile.FromPath(path))).Value);

    public async Task DownloadAsync(long length, Stream target)
    {
        await using PdfDownload download = await _client.Documents.RetrieveAsync(new SourceDocumentId(CannedAnswers.IdOf(length)));
        await download.CopyToAsync(target);
    }

    public void Dispose() => _client.Dispose();

    private static FormDescriptor CreateDescriptor()
    {
        var signer = new SignerId("bt_00000000-0000-0000-0000-000000000001");
        return new FormDescriptor
        {
            FileName = "contract.pdf",
            IsReusable = false,
            Fields =
            [
                .. Enumerable.Range(1, 50).Select(number => new FormField
                {
                    InputType = InputType.Text,
                    Name = $"FIELD_{number}",
                    SignerId = signer,
                    PageIndex = number / 10,
                    X = 100,
                    Y = 10 * number,
                    Width = 150,
                    Height = 50,
                    IsRequired = true,
                    Value = $"Value {number}",
                }),
            ],
            Signers = [new Signer { Id = signer, Name = "Anna Example", Email = "anna@example.com" }],
        };
    }
}
