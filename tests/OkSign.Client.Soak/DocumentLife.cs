using System.Text;

namespace OkSign.Client.Soak;

/// <summary>
/// A document from its upload to its removal, as a careful application does it: what failed is done again, and where an answer was lost, it looks
/// before it sends again.
/// </summary>
internal sealed class DocumentLife(OkSignClient client, HttpClient browser, byte[] contract, Ledger ledger, string folder)
{
    private readonly int _number = ledger.NextDocument();

    private string Name => $"contract-{_number}.pdf";

    private Persistence Persistence => new(ledger, Name);

    public async Task RunAsync()
    {
        SourceDocumentId document = await UploadAsync();
        IReadOnlyList<Uri> links = await DescribeAsync(document);
        await LookAroundAsync(document);
        await UseAddressBookAsync();
        await TrySignExpressAsync(document);
        foreach (Uri link in links)
        {
            await SignAsync(link);
        }

        LinkedDocument? linked = await Persistence.AskAsync(() => client.Documents.RetrieveLinkedAsync(document));
        SignedDocumentId signed = linked?.SignedDocumentId ?? throw new InvalidOperationException($"{Name} is signed, and has no signed copy.");
        DocumentMetadata metadata = await Persistence.AskAsync(() => client.Metadata.RetrieveAsync(signed));
        if (metadata.SignaturesPlaced != links.Count)
        {
            throw new InvalidOperationException($"{Name} has {metadata.SignaturesPlaced} signatures.");
        }

        await FileAsync("signed", () => client.Documents.RetrieveAsync(signed));
        await FileAsync("audit", () => client.AuditTrail.RetrieveAsync(signed));
        await RemoveAsync(document);
    }

    private async Task<SourceDocumentId> UploadAsync()
    {
        DateTimeOffset start = DateTimeOffset.UtcNow;
        return await Persistence.SendAsync(
            () => client.Documents.UploadAsync(OkSignFile.FromBytes(contract, Name)),
            async () => (await client.Documents.FindRecentUploadAsync(Name, start)) is [{ Id: { } found }] ? new Found<SourceDocumentId>(found) : null);
    }

    private Task<IReadOnlyList<Uri>> DescribeAsync(SourceDocumentId document)
        => Persistence.SendAsync<IReadOnlyList<Uri>>(
            async () => [.. (await client.FormDescriptors.UploadAsync(document, Descriptor())).Select(static link => link.Url)],
            async () =>
            {
                try
                {
                    FormDescriptor described = await client.FormDescriptors.RetrieveAsync(document);
                    return new Found<IReadOnlyList<Uri>>([.. described.Signers.Select(static signer => signer.SigningUrl!)]);
                }
                catch (OkSignRejectedException)
                {
                    // It has none.
                    return null;
                }
            });

    private async Task LookAroundAsync(SourceDocumentId document)
    {
        await Persistence.AskAsync(() => client.Documents.ExistsAsync(document));
        await Persistence.AskAsync(client.Credits.RetrieveAsync);
        await Persistence.AskAsync(client.Users.RetrieveAsync);
        await Persistence.AskAsync(client.EmailTemplates.RetrieveAsync);
    }

    private async Task UseAddressBookAsync()
    {
        var contact = new Contact { Name = $"Person {_number}", Email = $"person{_number}@example.com" };
        await Persistence.AskAsync(() => client.Contacts.UploadAsync([contact]));
        await Persistence.AskAsync(async () =>
        {
            await client.Contacts.RemoveAsync([ContactKey.Of(contact)]);
            return true;
        });
    }

    /// <summary>Makes a second way to sign. Nobody can look it up when its answer is lost; it goes with its document.</summary>
    private async Task TrySignExpressAsync(SourceDocumentId document)
    {
        ledger.CountOperation();
        try
        {
            await client.SignExpress.CreateAsync(new SignExpressSession
            {
                Documents = [new DocumentReference { Id = document }],
                SignerId = SignerId.Anonymous(1),
            });
        }
        catch (OkSignException failure)
        {
            ledger.CountFailure(failure.MayHaveReachedService);
        }
    }

    private async Task SignAsync(Uri link)
    {
        using var script = new StringContent("""{"method":"pen"}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await browser.PostAsync(link, script);
        answer.EnsureSuccessStatusCode();
    }

    private Task<bool> FileAsync(string what, Func<Task<PdfDownload>> retrieve)
        => Persistence.AskAsync(async () =>
        {
            string path = Path.Combine(folder, $"{_number}.{what}.pdf");
            await using PdfDownload download = await retrieve();
            await download.SaveAsAsync(path);
            File.Delete(path);
            return true;
        });

    private Task<bool> RemoveAsync(SourceDocumentId document)
        => Persistence.AskAsync(async () =>
        {
            try
            {
                await client.Documents.RemoveAsync(document);
            }
            catch (OkSignNotFoundException)
            {
                // It was removed by a call of which we were not told.
            }

            return true;
        });

    private FormDescriptor Descriptor() => new()
    {
        Fields = [Signature(1, x: 72), Signature(2, x: 330)],
        Signers = [Person(1), Person(2)],
        Notifications = new NotificationSettings
        {
            Email = new EmailNotification { To = [SignerId.Anonymous(1), SignerId.Anonymous(2)], Subject = "Please sign", Body = "<p>Please sign.</p>" },
        },
    };

    private Signer Person(int number) => new()
    {
        Id = SignerId.Anonymous(number),
        Name = $"Person {number}",
        Email = $"signer{number}.{_number}@example.com",
    };

    private static FormField Signature(int signer, double x) => new()
    {
        InputType = InputType.Signature,
        Name = $"SIG_{signer}",
        SignerId = SignerId.Anonymous(signer),
        PageIndex = 0,
        X = x,
        Y = 600,
        Width = 180,
        Height = 60,
        IsRequired = true,
        SigningOptions = SigningOptions.Allow(SigningMethod.Pen),
    };
}
