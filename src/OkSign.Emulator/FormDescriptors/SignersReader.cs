namespace OkSign.Emulator.FormDescriptors;

/// <summary>Reads <c>signersinfo</c> and finds out who signs.</summary>
internal static class SignersReader
{
    /// <returns>The listed signers, each once; null when there is no list.</returns>
    public static IReadOnlyList<Signer>? ReadListed(JsonMembers root)
        => root.Objects("signersinfo")?.Select(Read).OfType<Signer>().DistinctBy(signer => signer.Id).ToList();

    /// <summary>
    /// Adds the owners of fields who are not listed. That is right for users of the account, and for everybody when there is no list
    /// at all. Users countersign, listed or not: a descriptor that was retrieved, which lists all, means the same when uploaded again.
    /// </summary>
    public static IReadOnlyList<Signer> Complete(
        IReadOnlyList<Signer>? listed, IReadOnlyList<FormField> fields, IReadOnlyList<EmulatedUser> users, Problems problems)
    {
        var signers = new List<Signer>(listed ?? []);
        foreach (string id in fields.Select(field => field.SignerId).Distinct().Except(signers.Select(signer => signer.Id)).ToList())
        {
            if (UserOf(id) is { } user)
            {
                signers.Add(new Signer(id, user.Name, user.Email, user.Mobile, user.ActingAs));
            }
            else if (listed is null)
            {
                signers.Add(new Signer(id, "", "", "", ""));
            }
            else
            {
                problems.Add($"signerid \"{id}\" of a field is not in signersinfo");
            }
        }

        return [.. signers.Select(signer => UserOf(signer.Id) is { } user
            ? signer with { Countersigns = true, SignsAutomatically = user.SharesAutomaticSignature }
            : signer)];

        EmulatedUser? UserOf(string id) => users.FirstOrDefault(user => user.SignerId == id);
    }

    private static Signer? Read(JsonMembers signer)
    {
        string? id = signer.RequiredText("id");
        string? name = signer.RequiredText("name");
        string email = signer.Text("email") ?? "";
        string mobile = signer.Text("mobile") ?? "";
        string actingAs = signer.Text("actingas") ?? "";
        return id is null || name is null ? null : new Signer(id, name, email, mobile, actingAs);
    }
}
