namespace OkSign.Emulator.Signing;

/// <summary>A signer's "no" to a document.</summary>
/// <param name="SignerId">Who refuses.</param>
/// <param name="Reason">Why, in the signer's words.</param>
/// <param name="At">When.</param>
/// <param name="Round">In which round of signing.</param>
internal sealed record Refusal(string SignerId, string Reason, DateTimeOffset At, int Round);
