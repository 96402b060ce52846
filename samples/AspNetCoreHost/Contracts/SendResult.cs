using OkSign.Client;

namespace AspNetCoreHost.Contracts;

/// <summary>What became of sending a contract.</summary>
/// <param name="IsStillDraft">Whether it is to be mended and sent again. Otherwise its page tells how it stands.</param>
/// <param name="Problems">What is wrong with it, each with the part that is meant.</param>
/// <param name="Failure">What else went wrong, for people to read.</param>
public sealed record SendResult(bool IsStillDraft, IReadOnlyList<InputProblem> Problems, string? Failure = null)
{
    public static SendResult NoDraftAnyMore { get; } = new(IsStillDraft: false, []);
}
