namespace OkSign.Client;

/// <summary>What is particular to a service, as far as it matters on the way to it.</summary>
/// <param name="KeySetting">What the setting of its key is called in a configuration.</param>
/// <param name="Operations">All its operations that this library has.</param>
/// <param name="AnswerForm">How it answers.</param>
/// <param name="HasIdsInPaths">Whether ids open a document to whoever has them, and stand in the paths of requests.</param>
internal sealed record ServiceTraits(string KeySetting, IReadOnlyList<Operation> Operations, AnswerForm AnswerForm, bool HasIdsInPaths);
