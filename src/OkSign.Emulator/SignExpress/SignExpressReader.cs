using System.Collections.Immutable;
using System.Text.Json;
using OkSign.Emulator.Bundles;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.SignExpress;

/// <summary>Reads and checks a new SignExpress session.</summary>
internal sealed class SignExpressReader(DocumentStore documents, DocumentIds ids, Clock clock)
{
    private const int DefaultValidity = 90;

    // The service's limit is not known.
    private const int LongestValidity = 3650;

    /// <exception cref="RefusedException">With all problems of the session.</exception>
    public SigningBundle Read(JsonElement json)
    {
        var problems = new Problems();
        var root = new JsonMembers(json, "", problems);
        string? signerId = root.RequiredText("signerid");
        IReadOnlyList<StoredDocument> bundled = BundledDocumentsReader.Read(root, documents, document => ProblemOf(document, signerId));
        int validity = ReadValidity(root);
        var addresses = new WebAddresses(
            WebAddresses.Read(root, WebAddresses.CallbackName), WebAddresses.Read(root, WebAddresses.ReturnName), Webhook: null);

        problems.ThrowIfAny();
        string token = ids.Next();
        return new SigningBundle
        {
            Kind = BundleKind.SignExpress,
            Token = token,
            CreatedAt = clock.Now,
            DocumentIds = [.. bundled.Select(document => document.Id)],

            // One token for both: a client that got the URL alone can still name the session.
            LinkTokens = ImmutableDictionary<string, string>.Empty.Add(signerId!, token),
            Addresses = addresses,
            ValidDays = validity,
        };
    }

    private static string? ProblemOf(StoredDocument document, string? signerId)
        => signerId is null || document.Descriptor!.Has(signerId) ? null : $"Document has no signer \"{signerId}\"";

    private static int ReadValidity(JsonMembers root)
    {
        int? validity = root.Integer("validity");
        if (validity is < 1 or > LongestValidity)
        {
            root.Problem($"validity must be 1 to {LongestValidity} days");
        }

        return validity ?? DefaultValidity;
    }
}
