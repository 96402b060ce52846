namespace OkSign.Client;

/// <summary>What the requests of a briefcase must have in common.</summary>
internal static class BriefcaseRules
{
    public static void Check(BriefcaseBuilder briefcase, ProblemList problems)
    {
        problems.AddUnless(!string.IsNullOrWhiteSpace(briefcase.PackageName), "PackageName", "a name is needed");
        problems.AddUnless(briefcase.Requests.Count > 0, "Requests", "at least one request is needed");
        problems.AddUnlessWebAddress(briefcase.Callback, "CallbackUrl");
        problems.AddUnlessWebAddress(briefcase.Return, "ReturnUrl");
        problems.AddUnlessWebAddress(briefcase.Webhook, "WebhookUrl");

        for (int index = 0; index < briefcase.Requests.Count; index++)
        {
            CheckRequest(briefcase.Requests, index, problems);
        }
    }

    private static void CheckRequest(IReadOnlyList<SignatureRequestBuilder> requests, int index, ProblemList problems)
    {
        SignatureRequestBuilder first = requests[0];
        SignatureRequestBuilder request = requests[index];
        string path = $"Requests[{index}]";
        problems.AddUnless(!requests.Take(index).Contains(request), path, "this request is in the briefcase already");
        problems.AddUnless(request.Messages.AreNone, $"{path}.Email", "the briefcase has the messages, one for all documents");
        if (!HaveSameSigners(first, request))
        {
            problems.Add($"{path}.Signers", "all documents of a briefcase have the same signers: name, e-mail address and mobile number");
        }
        else if (!OrderOf(first).SetEquals(OrderOf(request)))
        {
            problems.Add($"{path}.Signers", "all documents of a briefcase have the same signing order");
        }
    }

    private static bool HaveSameSigners(SignatureRequestBuilder left, SignatureRequestBuilder right)
        => SignerNumbering.PersonsOf(left).ToHashSet().SetEquals(SignerNumbering.PersonsOf(right))
            && UsersOf(left).SetEquals(UsersOf(right));

    private static HashSet<string?> UsersOf(SignatureRequestBuilder request)
        => new(request.Countersigners.Select(static user => user.EmailAddress), StringComparer.OrdinalIgnoreCase);

    private static HashSet<((string?, string?, string?, int) Person, int Step)> OrderOf(SignatureRequestBuilder request)
        => [.. SignerNumbering.PersonsOf(request).Select((person, index) => (person, request.IsInOrder ? index : request.Signers[index].GroupNumber ?? 0))];
}
