namespace OkSign.Smoke;

/// <summary>Something is not as it must be.</summary>
internal sealed class CheckFailedException(string expectation) : Exception($"Not so: {expectation}");
