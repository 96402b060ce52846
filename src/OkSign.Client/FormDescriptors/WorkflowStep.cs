using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A signer's place in the signing order.</summary>
public sealed record WorkflowStep : OkSignModel
{
    /// <summary>The signer.</summary>
    [JsonPropertyName("id")]
    public required SignerId SignerId { get; init; }

    /// <summary>The place: lowest first. Signers with the same number may sign in any order among themselves.</summary>
    [JsonPropertyName("sequence")]
    public required int Sequence { get; init; }

    /// <summary>What can be seen to be wrong with the step.</summary>
    internal IEnumerable<InputProblem> Problems(string path, ISet<SignerId>? known) => SignerId.Problems($"{path}.SignerId", known);
}
