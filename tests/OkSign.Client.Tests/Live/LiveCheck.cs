namespace OkSign.Client.Tests.Live;

/// <summary>One look at the service.</summary>
/// <param name="Name">What is looked at: an operation, or a question.</param>
/// <param name="Need">What there must be to look at.</param>
/// <param name="RunAsync">The look. It fails when the client cannot read what it sees.</param>
internal sealed record LiveCheck(string Name, LiveNeed Need, Func<LiveService, Task> RunAsync);
