namespace OkSign.Client;

/// <summary>
/// Gives signers their ids: the service's own for people without an account. In a briefcase the same person has the same id in every
/// document.
/// </summary>
internal static class SignerNumbering
{
    public static SignerId[][] IdsOf(IReadOnlyList<SignatureRequestBuilder> requests)
    {
        Dictionary<(string?, string?, string?, int), SignerId> known = [];
        return [.. requests.Select(request => PersonsOf(request).Select(IdOf).ToArray())];

        SignerId IdOf((string?, string?, string?, int) person)
        {
            if (!known.TryGetValue(person, out SignerId id))
            {
                known[person] = id = SignerId.Anonymous(known.Count + 1);
            }

            return id;
        }
    }

    /// <summary>Who signs a document; a person who is named several times counts as several.</summary>
    public static IReadOnlyList<(string? Name, string? Email, string? Mobile, int Occurrence)> PersonsOf(SignatureRequestBuilder request)
        =>
        [
            .. request.Signers.Select((signer, index) => (
                signer.Name,
                signer.EmailAddress,
                signer.MobileNumber,
                request.Signers.Take(index).Count(earlier => IsSamePerson(earlier, signer)))),
        ];

    private static bool IsSamePerson(SignerBuilder left, SignerBuilder right)
        => (left.Name, left.EmailAddress, left.MobileNumber) == (right.Name, right.EmailAddress, right.MobileNumber);
}
