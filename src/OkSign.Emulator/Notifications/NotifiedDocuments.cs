using OkSign.Emulator.State;

namespace OkSign.Emulator.Notifications;

/// <summary>What messages are about: a document, or all documents of a briefcase together.</summary>
/// <param name="Id">The source docid, or the token of the briefcase.</param>
/// <param name="Documents">The documents, as they are now; at least one.</param>
/// <param name="LinkTokens">The token of the signing link, by signer id.</param>
/// <param name="Plan">What is to be sent.</param>
internal sealed record NotifiedDocuments(
    string Id, IReadOnlyList<StoredDocument> Documents, IReadOnlyDictionary<string, string> LinkTokens, NotificationPlan Plan);
