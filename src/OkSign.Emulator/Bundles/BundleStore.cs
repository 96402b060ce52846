using OkSign.Emulator.Callbacks;
using OkSign.Emulator.Notifications;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Bundles;

/// <summary>All briefcases and SignExpress sessions. Readers get snapshots.</summary>
/// <remarks>
/// Its lock may be taken by whoever changes a document, so nothing in it may change one; reading documents is fine.
/// </remarks>
internal sealed class BundleStore(ChangeSignal changes)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, SigningBundle> _byToken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tokenByLink = new(StringComparer.Ordinal);

    /// <summary>Adds what <paramref name="make"/> makes. What it finds out about documents and other bundles still holds when it is added.</summary>
    public SigningBundle Add(Func<SigningBundle> make)
    {
        lock (_gate)
        {
            SigningBundle bundle = make();
            _byToken.Add(bundle.Token, bundle);
            foreach (string link in bundle.LinkTokens.Values)
            {
                _tokenByLink.Add(link, bundle.Token);
            }

            changes.Raise();
            return bundle;
        }
    }

    public SigningBundle? Find(BundleKind kind, string token)
    {
        lock (_gate)
        {
            return _byToken.TryGetValue(token, out SigningBundle? bundle) && bundle.Kind == kind ? bundle : null;
        }
    }

    /// <summary>Finds who signs what by the token of a signing link.</summary>
    public (SigningBundle Bundle, string SignerId)? FindByLink(string linkToken)
    {
        lock (_gate)
        {
            return _tokenByLink.TryGetValue(linkToken, out string? token) && _byToken[token] is { } bundle
                ? (bundle, bundle.LinkTokens.First(link => link.Value == linkToken).Key)
                : null;
        }
    }

    /// <summary>All briefcases, oldest first.</summary>
    public IReadOnlyList<SigningBundle> Briefcases() => [.. All().Where(bundle => bundle.Kind == BundleKind.Briefcase)];

    /// <summary>All briefcases and sessions, oldest first.</summary>
    public IReadOnlyList<SigningBundle> All()
    {
        lock (_gate)
        {
            return [.. _byToken.Values.OrderBy(bundle => bundle.CreatedAt)];
        }
    }

    /// <summary>The briefcase that a document is in.</summary>
    public SigningBundle? BriefcaseOf(string documentId)
    {
        lock (_gate)
        {
            return _byToken.Values.FirstOrDefault(bundle => bundle.Kind == BundleKind.Briefcase && bundle.DocumentIds.Contains(documentId));
        }
    }

    /// <summary>
    /// The addresses that apply to a document: those of the bundle by whose link it is signed, then those of its briefcase. What neither
    /// has is left to the settings of the account's key.
    /// </summary>
    /// <param name="documentId">The source docid, or the token of a briefcase.</param>
    /// <param name="linkToken">The token of the signing link in use; null when nobody signs, as when a message was not delivered.</param>
    public WebAddresses CallbackAddressesOf(string documentId, string? linkToken = null)
    {
        lock (_gate)
        {
            WebAddresses ofLink = linkToken is not null ? FindByLink(linkToken)?.Bundle.Addresses ?? WebAddresses.None : WebAddresses.None;
            SigningBundle? briefcase = Find(BundleKind.Briefcase, documentId) ?? BriefcaseOf(documentId);
            return ofLink.Or(briefcase?.Addresses ?? WebAddresses.None);
        }
    }

    /// <summary>Uses a signer's link, once: runs <paramref name="sign"/> unless the link does not work (any more).</summary>
    /// <exception cref="EmulatedSigningException">The link does not work; or of <paramref name="sign"/>, and the link was not used.</exception>
    public T UseLink<T>(string linkToken, DateTimeOffset now, Func<T> sign)
    {
        lock (_gate)
        {
            if (FindByLink(linkToken) is not { } link)
            {
                throw new EmulatedSigningException("The signing link is not valid any more: it was removed.");
            }

            if (link.Bundle.ProblemOfLink(link.SignerId, now) is { } problem)
            {
                throw new EmulatedSigningException(problem);
            }

            T result = sign();
            Replace(link.Bundle with { SignedBy = link.Bundle.SignedBy.Add(link.SignerId) });
            return result;
        }
    }

    /// <returns>Whether it was there.</returns>
    public bool Remove(BundleKind kind, string token)
    {
        lock (_gate)
        {
            return Find(kind, token) is { } bundle && Remove(bundle);
        }
    }

    /// <summary>Replaces what is to be sent about a briefcase.</summary>
    /// <returns>Whether the briefcase is there.</returns>
    public bool Notify(string token, NotificationPlan plan)
    {
        lock (_gate)
        {
            if (Find(BundleKind.Briefcase, token) is not { } briefcase)
            {
                return false;
            }

            Replace(briefcase with { Notifications = plan });
            return true;
        }
    }

    /// <summary>
    /// Counts the times of messages about a document's briefcase from now on, because the document asks something else of its signers:
    /// a turn that comes by that did not come earlier.
    /// </summary>
    public void RestartNotifying(string documentId, DateTimeOffset now) => ChangePlan(documentId, plan => plan with { From = now });

    /// <summary>Sends nothing more about the briefcase of a document that cannot be signed any further.</summary>
    public void StopNotifying(string documentId) => ChangePlan(documentId, _ => null);

    private void ChangePlan(string documentId, Func<NotificationPlan, NotificationPlan?> change)
    {
        lock (_gate)
        {
            if (BriefcaseOf(documentId) is { Notifications: { } plan } briefcase)
            {
                Replace(briefcase with { Notifications = change(plan) });
            }
        }
    }

    /// <summary>Takes a removed document out of all bundles; a bundle without documents goes with it.</summary>
    public void RemoveDocument(string documentId)
    {
        lock (_gate)
        {
            foreach (SigningBundle bundle in _byToken.Values.Where(bundle => bundle.DocumentIds.Contains(documentId)).ToList())
            {
                if (bundle.DocumentIds.Count == 1)
                {
                    Remove(bundle);
                }
                else
                {
                    Replace(bundle with { DocumentIds = bundle.DocumentIds.Remove(documentId) });
                }
            }
        }
    }

    private void Replace(SigningBundle bundle)
    {
        _byToken[bundle.Token] = bundle;
        changes.Raise();
    }

    private bool Remove(SigningBundle bundle)
    {
        changes.Raise();
        foreach (string link in bundle.LinkTokens.Values)
        {
            _tokenByLink.Remove(link);
        }

        return _byToken.Remove(bundle.Token);
    }
}
