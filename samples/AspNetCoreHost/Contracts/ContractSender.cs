using System.Text.Encodings.Web;
using AspNetCoreHost.Hosting;
using AspNetCoreHost.Storage;
using OkSign.Client;

namespace AspNetCoreHost.Contracts;

/// <summary>Sends contracts to the service: once, whatever happens.</summary>
public sealed class ContractSender(
    OkSignClient oksign,
    ContractStore contracts,
    ContractFeed feed,
    DataFolder folder,
    ConnectedService service,
    IHostApplicationLifetime lifetime,
    TimeProvider timeProvider)
{
    /// <summary>Sends a draft. If somebody else does so already, a second click for one, nothing happens.</summary>
    public async Task<SendResult> SendAsync(Contract contract, IReadOnlyList<ContractSigner> signers)
    {
        if (!await contracts.BeginSendingAsync(contract.Id, signers, service.Key, timeProvider.GetUtcNow()))
        {
            return SendResult.NoDraftAnyMore;
        }

        try
        {
            // Not cancelled when the browser goes away: half a sending is worse than one that nobody watches.
            SignatureRequest sent = await RequestFor(contract, signers).SendAsync(lifetime.ApplicationStopping);
            await contracts.MarkSentAsync(contract.Id, sent.Signers.Select(signer => (signer.Id, (Uri?)signer.SigningUrl)));
            return SendResult.NoDraftAnyMore;
        }
        catch (OkSignInputException wrong)
        {
            // The builder has looked at all of it, and nothing was sent.
            await contracts.BackToDraftAsync(contract.Id, problem: null);
            return new SendResult(IsStillDraft: true, wrong.Problems);
        }
        catch (OkSignException failure) when (NothingIsThere(failure))
        {
            string text = FailureText.Of(failure);
            await contracts.BackToDraftAsync(contract.Id, text);
            return new SendResult(IsStillDraft: true, [], text);
        }
        catch (OkSignException failure)
        {
            await contracts.MarkUncertainAsync(contract.Id, FailureText.Of(failure));
            return SendResult.NoDraftAnyMore;
        }
        catch
        {
            await contracts.MarkUncertainAsync(contract.Id, "Something unexpected happened while it was being sent.");
            throw;
        }
        finally
        {
            feed.Publish(contract.Id);
        }
    }

    /// <summary>Finds out what became of a contract whose answer was lost: it is there and can be signed, or it becomes a draft again.</summary>
    /// <exception cref="OkSignException">The service could not be asked; nothing has changed.</exception>
    public async Task ResolveAsync(Contract contract)
    {
        if (contract.State != ContractState.Uncertain)
        {
            return;
        }

        if (contract.UploadedDocument is { } source)
        {
            await ResolveUploadedAsync(contract, source);
        }
        else
        {
            // Nobody was asked to sign these, because only an upload that was answered is followed by that.
            foreach (ActiveDocument found in await oksign.Documents.FindRecentUploadAsync(contract.WireName, contract.SendingSince ?? contract.CreatedAt))
            {
                await RemoveAsync(found.Id!.Value);
            }

            await contracts.BackToDraftAsync(contract.Id, problem: null);
        }

        feed.Publish(contract.Id);
    }

    private SignatureRequestBuilder RequestFor(Contract contract, IReadOnlyList<ContractSigner> signers)
    {
        // The name is unique, which is what ResolveAsync relies on; people see the other one.
        SignatureRequestBuilder request = oksign.NewSignatureRequest(OkSignFile.FromPath(folder.PathOfContract(contract.Id), contract.WireName))
            .DocumentName(contract.FileName)
            .OnUploaded(document => contracts.NoteUploaded(contract.Id, document))
            .RemoveDocumentIfRefused();
        foreach (ContractSigner signer in signers)
        {
            _ = signer.Email is null
                ? request.Signer(signer.Name, person => Describe(person.WithoutNotification(), signer))
                : request.Signer(signer.Name, signer.Email, person => Describe(person, signer));
        }

        return signers.All(signer => signer.Email is null) ? request : request.NotifyByEmail(mail => mail
            .Subject($"Please sign: {contract.Name}")
            .Body($"<p>{HtmlEncoder.Default.Encode(contract.Name)} is ready to be signed.</p>")
            .RemindEvery(days: 3, times: 2));

        static void Describe(SignerBuilder person, ContractSigner signer)
            => person.Signature(at => at.Page(signer.Page).Position(signer.X, signer.Y).Size(ContractSigner.BoxWidth, ContractSigner.BoxHeight));
    }

    /// <summary>Whether the service surely has nothing of it: it refused, or was never reached.</summary>
    private static bool NothingIsThere(OkSignException failure)
        => !failure.MayHaveReachedService && failure is not OkSignIncompleteRequestException { WereRemoved: false };

    /// <summary>By name and address, whatever the service's order: nobody is to get the link of somebody else.</summary>
    private static List<(SignerId? Id, Uri? Url)> LinksOf(Contract contract, IReadOnlyList<Signer> signers)
    {
        List<(SignerId? Id, Uri? Url)> links = [];
        List<Signer> left = [.. signers];
        foreach (ContractSigner own in contract.Signers)
        {
            Signer? found = left.Find(signer => signer.Name == own.Name && (signer.Email ?? "") == (own.Email ?? ""));
            links.Add((found?.Id, found?.SigningUrl));
            if (found is not null)
            {
                left.Remove(found);
            }
        }

        return links;
    }

    private async Task ResolveUploadedAsync(Contract contract, SourceDocumentId source)
    {
        // It has signers: then all went well but for the answer. It has none, or is gone: then nobody can have signed it.
        IReadOnlyList<Signer> signers = await SignersOfAsync(source);
        if (signers.Count > 0)
        {
            await contracts.MarkSentAsync(contract.Id, LinksOf(contract, signers));
        }
        else
        {
            await RemoveAsync(source);
            await contracts.BackToDraftAsync(contract.Id, problem: null);
        }
    }

    private async Task<IReadOnlyList<Signer>> SignersOfAsync(SourceDocumentId source)
    {
        try
        {
            return (await oksign.FormDescriptors.RetrieveAsync(source)).Signers ?? [];
        }
        catch (OkSignException failure) when (failure is OkSignNotFoundException or OkSignRejectedException)
        {
            return [];
        }
    }

    private async Task RemoveAsync(SourceDocumentId source)
    {
        try
        {
            await oksign.Documents.RemoveAsync(source);
        }
        catch (OkSignNotFoundException)
        {
            // Nothing to remove.
        }
    }
}
